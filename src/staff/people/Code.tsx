import { View } from '@tarojs/components'
import { Button, Notice } from '../../components'
import { exact } from '../../message'
import { copy } from '../../platform/clipboard'
import { toast } from '../../platform/notice'
import './index.scss'

/** In groups of four, so that it can be read out on the phone. */
const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** The code is shown here and nowhere else: it is not stored. */
export function Code({ code, expiresAtMs }: { code: string; expiresAtMs: number }) {
  return (
    <Notice tone='jade' icon='key'>
      <View>邀请码，只能用一次，{exact(expiresAtMs)} 前有效：</View>
      <View className='code num'>{grouped(code)}</View>
      <View className='small'>请当面或电话告诉本人，在“我的 → 我有邀请码”里填写。离开本页后不再显示。</View>
      <Button kind='quiet' onTap={() => void copy(grouped(code)).then((done) => toast(done ? '已复制' : '请手抄邀请码'))}>
        复制
      </Button>
    </Notice>
  )
}
