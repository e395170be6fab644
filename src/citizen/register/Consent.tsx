import { View } from '@tarojs/components'
import { Button, Card, Icon } from '../../components'
import { go } from '../../platform/navigate'
import { routes } from '../../platform/routes'

/** The person's own tick, never set beforehand (Personal Information Protection Law, art. 14). */
export function Consent({ given, agreed, onAgree, wrong }: { given: boolean; agreed: boolean; onAgree: (agreed: boolean) => void; wrong?: string | undefined }) {
  return (
    <Card>
      <View className='h3'>隐私说明</View>
      <View className='soft register__say'>只收集办理留言要用的信息。手机号加密保存，不公开。</View>
      <View className='register__read'>
        <Button kind='quiet' onTap={() => go(routes.privacy)}>
          阅读隐私说明全文
        </Button>
      </View>
      {given ? (
        <View className='register__done'>
          <Icon name='check-circle' />
          <View>您已同意</View>
        </View>
      ) : (
        <View className={`register__agree${agreed ? ' register__agree--on' : ''}`} ariaRole='checkbox' ariaLabel={`我已阅读并同意隐私说明${agreed ? '，已选' : ''}`} onClick={() => onAgree(!agreed)}>
          <View className='register__box'>{agreed && <Icon name='check' size='s' />}</View>
          <View>我已阅读并同意隐私说明</View>
        </View>
      )}
      {wrong && <View className='wrong'>{wrong}</View>}
    </Card>
  )
}
