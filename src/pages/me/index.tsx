import { View } from '@tarojs/components'
import { usePullDownRefresh } from '@tarojs/taro'
import { settings } from '#settings'
import { roleLabels } from '#contract/vocabulary'
import type { MeView } from '#contract/views'
import { Badge, Button, Card, Chip, Problem, Row, Screen, Skeleton, SwitchRow } from '../../components'
import { useMe } from '../../data/useMe'
import { go } from '../../platform/navigate'
import { endPullDown } from '../../platform/page'
import { dial } from '../../platform/phone'
import { useElder } from '../../platform/preferences'
import { routes } from '../../platform/routes'
import { Redeem } from './Redeem'
import './index.scss'

function Who({ me }: { me: MeView }) {
  const name = me.record?.name ?? me.nickname ?? '欢迎您'
  return (
    <View className='who'>
      <View className='who__face'>{name.slice(0, 1)}</View>
      <View className='who__names'>
        <View className='h1'>{name}</View>
        <View className='who__sub'>
          <Chip tone={me.role === 'visitor' || me.role === 'citizen' ? 'grey' : 'accent'}>{roleLabels[me.role]}</Chip>
          {me.phoneMasked && <View className='soft small num'>{me.phoneMasked}</View>}
        </View>
      </View>
    </View>
  )
}

/** The boxes of one's office: each with what waits in it. */
function Work({ me }: { me: MeView }) {
  const { badges, role } = me
  if (role === 'staff' || role === 'admin') {
    return (
      <Card>
        <Row icon='shield' label='待审核' value={<Badge count={badges.moderate ?? 0} />} onTap={() => go(routes.queue('moderate'))} />
        <Row icon='send' label='待交办' value={<Badge count={badges.route ?? 0} />} onTap={() => go(routes.queue('route'))} />
        <Row icon='inbox' label='全部留言' onTap={() => go(routes.queue('all'))} />
        <Row icon='people' label='代表、单位和工作人员' last onTap={() => go(routes.people)} />
      </Card>
    )
  }
  if (role === 'deputy' || role === 'unit') {
    return (
      <Card>
        <Row icon='inbox' label={role === 'deputy' ? '交给我的留言' : '转给我们的留言'} value={<Badge count={badges.tasks ?? 0} />} last onTap={() => go(role === 'deputy' ? routes.tasks : routes.unitTasks)} />
      </Card>
    )
  }
  return null
}

export default function Me() {
  const me = useMe()
  const [elder, setElder] = useElder()
  usePullDownRefresh(() => void me.reload().then(endPullDown))

  if (!me.data) {
    return (
      <Screen title='我的' tab>
        {me.error ? <Problem error={me.error} onRetry={() => void me.reload()} /> : <Skeleton kind='page' />}
      </Screen>
    )
  }
  const { data } = me
  return (
    <Screen title='我的' tab>
      <Who me={data} />
      <Work me={data} />
      <Card>
        <Row icon='message' label='我的留言' value={<Badge count={data.badges.mine} />} onTap={() => go(routes.mine)} />
        <Row icon='user' label='昵称和手机号' value={data.canPost ? '' : '还没登记'} onTap={() => go(routes.register)} />
        <SwitchRow label='长辈版' hint='字更大，按钮更大' on={elder} onChange={setElder} last />
      </Card>
      <Redeem onDone={me.set} />
      <Card>
        <Row icon='lock' label='隐私说明' onTap={() => go(routes.privacy)} />
        <Row icon='phone' label={settings.phones.office.name} value={settings.phones.office.number} last onTap={() => dial(settings.phones.office.number)} />
      </Card>
      {data.role === 'visitor' && (
        <Button block kind='primary' icon='edit' onTap={() => go(routes.post)}>
          我要留言
        </Button>
      )}
    </Screen>
  )
}
