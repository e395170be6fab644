import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import * as v from 'valibot'
import { limits, text } from '#contract/fields'
import { settings } from '#settings'
import { Button, Card, Icon, Notice, Problem, Screen, Skeleton, TextField } from '../../components'
import { useMe } from '../../data/useMe'
import { useWrite } from '../../data/useWrite'
import { back, go } from '../../platform/navigate'
import { toast } from '../../platform/notice'
import { PhoneButton } from '../../platform/PhoneButton'
import { routes } from '../../platform/routes'
import './index.scss'

const nicknameSchema = text(2, limits.nicknameMax, '昵称')

/** Consent, a nickname, a phone: in this order, once, before the first message. */
export default function Register() {
  const me = useMe()
  const write = useWrite('me.register')
  const [agreed, setAgreed] = useState(false)
  const [nickname, setNickname] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [refusal, setRefusal] = useState<string>()

  const known = me.data?.nickname
  useEffect(() => {
    if (known) setNickname(known)
  }, [known])

  const consented = me.data?.consented === true || agreed

  const save = async (phoneCode?: string) => {
    setRefusal(undefined)
    if (!consented) return setRefusal('请先阅读并同意隐私说明。')
    const name = v.safeParse(nicknameSchema, nickname)
    setWrong(name.success ? undefined : name.issues[0].message)
    if (!name.success) return
    const answer = await write.send({
      ...(me.data?.consented ? {} : { privacyVersion: settings.privacyVersion }),
      nickname: name.output,
      ...(phoneCode ? { phoneCode } : {}),
    })
    if (!answer?.ok) return
    me.set(answer.data)
    if (!answer.data.canPost) return
    toast('登记好了')
    back()
  }

  if (!me.data) {
    return <Screen title='登记'>{me.error ? <Problem error={me.error} onRetry={() => void me.reload()} /> : <Skeleton kind='page' />}</Screen>
  }
  return (
    <Screen title='登记'>
      <View className='h1'>第一次留言，先认识一下</View>
      <View className='soft'>只需一次。浏览不需要登记。</View>
      <View className='gap' />
      <Card>
        <View className='h3'>1. 隐私说明</View>
        <View className='soft register__say'>我们只收集办理留言需要的信息，手机号加密保存，不公开。</View>
        <Button kind='quiet' onTap={() => go(routes.privacy)}>
          阅读隐私说明全文
        </Button>
        {me.data.consented ? (
          <View className='register__agreed'>
            <Icon name='check-circle' /> 已同意
          </View>
        ) : (
          <View className={`register__agree${agreed ? ' register__agree--on' : ''}`} ariaRole='checkbox' ariaLabel={`我已阅读并同意隐私说明${agreed ? '，已选' : ''}`} onClick={() => setAgreed(!agreed)}>
            <View className='register__box'>{agreed && <Icon name='check' size='s' />}</View>
            <View>我已阅读并同意隐私说明</View>
          </View>
        )}
      </Card>
      <Card>
        <View className='h3'>2. 昵称</View>
        <View className='soft register__say'>公开留言时显示，请不要用真名。</View>
        <TextField label='昵称' type='nickname' value={nickname} max={limits.nicknameMax} placeholder='如：湖边的老王' error={wrong} onInput={setNickname} />
      </Card>
      <Card>
        <View className='h3'>3. 手机号</View>
        <View className='soft register__say'>发布前核实身份是法律要求。号码不会公开，代表和单位也看不到。</View>
        {me.data.phoneMasked && (
          <View className='register__agreed'>
            <Icon name='check-circle' /> 已绑定 {me.data.phoneMasked}
          </View>
        )}
        {me.data.phoneMasked ? (
          <Button block kind='primary' busy={write.busy} onTap={() => void save()}>
            保存
          </Button>
        ) : (
          <PhoneButton className='button button--primary button--block' disabled={write.busy} onCode={(code) => void save(code)} onRefused={setRefusal}>
            {write.busy ? '正在保存…' : '用微信绑定的手机号登记'}
          </PhoneButton>
        )}
        {(refusal ?? write.error) && (
          <View className='register__refusal'>
            <Notice tone='amber' icon='alert'>
              {refusal ?? write.error?.message}
            </Notice>
          </View>
        )}
      </Card>
    </Screen>
  )
}
