import { View } from '@tarojs/components'
import { useState } from 'react'
import * as v from 'valibot'
import { limits, text } from '#contract/fields'
import type { MeView } from '#contract/views'
import { settings } from '#settings'
import { Button, Card, Icon, Notice, Problem, Screen, Skeleton, TextField } from '../../components'
import { useMe } from '../../data/useMe'
import { useWrite } from '../../data/useWrite'
import { back } from '../../platform/navigate'
import { toast } from '../../platform/notice'
import { PhoneButton } from '../../platform/PhoneButton'
import { Consent } from './Consent'
import './index.scss'

const nicknameSchema = text(2, limits.nicknameMax, '昵称')

/** Consent, a nickname, a phone: in this order, once, before the first message; later the place to change them. */
export default function Register() {
  const me = useMe()
  if (me.data) return <RegisterForm me={me.data} onChange={me.set} />
  return <Screen title='登记'>{me.error ? <Problem error={me.error} onRetry={() => void me.reload()} /> : <Skeleton kind='page' />}</Screen>
}

function RegisterForm({ me: { consented, phoneMasked, canPost, nickname: known = '' }, onChange }: { me: MeView; onChange: (me: MeView) => void }) {
  const write = useWrite('me.register')
  const [agreed, setAgreed] = useState(false)
  const [nickname, setNickname] = useState(known)
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<string>()

  const name = v.safeParse(nicknameSchema, nickname)
  const wrongConsent = consented || agreed ? undefined : '请先阅读并同意。'
  const wrongName = name.success ? undefined : name.issues[0].message
  const ready = !wrongConsent && !wrongName

  const save = async (phoneCode?: string) => {
    setTried(true)
    setRefusal(undefined)
    if (!ready || !name.success) return toast(wrongConsent ? '请先同意隐私说明。' : (wrongName ?? ''))
    const answer = await write.send({
      ...(consented ? {} : { privacyVersion: settings.privacyVersion }),
      nickname: name.output,
      ...(phoneCode ? { phoneCode } : {}),
    })
    if (!answer?.ok) return
    onChange(answer.data)
    if (!answer.data.canPost) return
    toast(canPost ? '已保存' : '登记好了')
    back()
  }
  const phoneButton = (kind: 'primary' | 'secondary', words: string) => (
    <PhoneButton className={`button button--${kind} button--block`} disabled={write.busy} onCode={(code) => void save(code)} onRefused={setRefusal}>
      {write.busy ? '正在保存…' : words}
    </PhoneButton>
  )
  const saying = refusal ?? write.error?.message

  return (
    <Screen
      title={canPost ? '昵称和手机号' : '登记'}
      bottom={
        phoneMasked ? (
          <Button block kind='primary' busy={write.busy} onTap={() => void save()}>
            保存
          </Button>
        ) : ready ? (
          phoneButton('primary', '用微信手机号登记')
        ) : (
          // The phone is asked for only after consent.
          <Button block kind='primary' onTap={() => void save()}>
            用微信手机号登记
          </Button>
        )
      }
    >
      {!canPost && (
        <View className='register__head'>
          <View className='h1'>第一次留言，先认识一下</View>
          <View className='soft'>只需一次。只浏览，不用登记。</View>
        </View>
      )}
      {saying && (
        <Notice tone='amber' icon='alert'>
          {saying}
        </Notice>
      )}
      <Consent given={consented} agreed={agreed} onAgree={setAgreed} wrong={tried ? wrongConsent : undefined} />
      <Card>
        <View className='h3'>昵称</View>
        <View className='soft register__say'>公开留言时显示。可以不用真名。</View>
        <TextField label='2 到 16 个字' type='nickname' value={nickname} max={limits.nicknameMax} placeholder='如：湖边的老王' error={tried ? wrongName : undefined} onInput={setNickname} />
      </Card>
      <Card>
        <View className='h3'>手机号</View>
        {phoneMasked ? (
          <>
            <View className='register__done'>
              <Icon name='check-circle' />
              <View className='num'>已绑定 {phoneMasked}</View>
            </View>
            {ready && phoneButton('secondary', '换一个手机号')}
          </>
        ) : (
          <View className='soft register__say'>法律要求发布信息前核实身份。点下面的按钮，由微信提供号码，不用手填。号码不公开，代表和单位也看不到。</View>
        )}
      </Card>
    </Screen>
  )
}
