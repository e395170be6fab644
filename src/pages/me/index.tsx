import { View } from '@tarojs/components'
import { usePullDownRefresh } from '@tarojs/taro'
import { settings } from '#settings'
import { roleLabels } from '#contract/vocabulary'
import type { MeView } from '#contract/views'
import { Chip, EmergencyLine, Icon, Problem, Row, Screen, Skeleton, SwitchRow } from '../../components'
import { useMe } from '../../data/useMe'
import { go } from '../../platform/navigate'
import { endPullDown } from '../../platform/page'
import { dial } from '../../platform/phone'
import { useElder } from '../../platform/preferences'
import { routes } from '../../platform/routes'
import { Redeem } from './Redeem'
import { Rows, Waiting } from './Rows'
import { Work } from './Work'
import './index.scss'

function Who({ me }: { me: MeView }) {
  const name = me.record?.name ?? me.nickname
  return (
    <View className='who'>
      <View className='who__face'>{name ? [...name][0] : <Icon name='user' size='l' />}</View>
      <View className='who__names'>
        <View className='h1'>{name ?? '欢迎您'}</View>
        <View className='who__sub'>
          <Chip tone={me.record ? 'accent' : 'grey'}>{roleLabels[me.role]}</Chip>
          {me.phoneMasked && <View className='soft small num'>{me.phoneMasked}</View>}
        </View>
      </View>
    </View>
  )
}

export default function Me() {
  const me = useMe()
  const [elder, setElder] = useElder()
  usePullDownRefresh(() => void me.reload().then(endPullDown))
  const { data } = me

  return (
    <Screen title='我的' tab>
      {!data && (me.error ? <Problem error={me.error} onRetry={() => void me.reload()} /> : <Skeleton kind='page' />)}
      {data && (
        <>
          <Who me={data} />
          <Work me={data} />
          <Rows>
            <Row icon='message' label='我的留言' value={<Waiting count={data.badges.mine} word='条有新进展' />} onTap={() => go(routes.mine)} />
            <Row icon='edit' label='我要留言' onTap={() => go(routes.post)} />
            <Row icon='user' label='昵称和手机号' value={data.canPost ? '' : '还没登记'} last onTap={() => go(routes.register)} />
          </Rows>
          {!data.record && <Redeem onDone={me.set} />}
        </>
      )}
      {/* What needs no network stays at hand without one. */}
      <Rows>
        <SwitchRow label='长辈版' hint='字更大，按钮更大' on={elder} onChange={setElder} />
        <Row icon='lock' label='隐私说明' onTap={() => go(routes.privacy)} />
        <Row icon='phone' label='打电话问' value={settings.phones.office.number} last onTap={() => dial(settings.phones.office.number)} />
      </Rows>
      <EmergencyLine />
    </Screen>
  )
}
