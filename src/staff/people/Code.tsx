import { View } from '@tarojs/components'
import { Button, Icon } from '../../components'
import { exact } from '../../message'
import { copy } from '../../platform/clipboard'
import { toast } from '../../platform/notice'

export interface Invitation {
  /** Whom it is for. */
  name: string
  code: string
  expiresAtMs: number
}

/** The code is shown here once and nowhere else: nobody stores it. So it leaves only by a tap that says it was passed on. */
export function Code({ invitation: { name, code, expiresAtMs }, onClose }: { invitation: Invitation; onClose: () => void }) {
  return (
    <View className='code' ariaRole='dialog' ariaLabel={`${name}的邀请码`}>
      <View className='code__key'>
        <Icon name='key' size='l' />
      </View>
      <View className='h2 code__for'>{name}的邀请码</View>
      <View className='code__letters num' ariaLabel={code.split('').join(' ')}>
        {code.split('-').map((group) => (
          <View key={group} className='code__group'>
            {group}
          </View>
        ))}
      </View>
      <View className='code__say'>请当面、电话或微信告诉本人，让他在小程序“我的 → 我有邀请码”里填写。横线不用填。</View>
      <View className='code__say soft'>{exact(expiresAtMs)} 前有效，只能用一次。这个码只显示这一次，丢了可以重新生成。</View>
      <View className='code__act'>
        <Button block icon='share' onTap={() => void copy(code).then((done) => toast(done ? '已复制' : '没有复制成功，请手抄邀请码'))}>
          复制邀请码
        </Button>
      </View>
      <View className='code__act'>
        <Button block kind='primary' onTap={onClose}>
          记下了
        </Button>
      </View>
    </View>
  )
}
