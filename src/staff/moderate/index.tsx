import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { limits } from '#contract/fields'
import { BarRow, Button, Card, Choices, Notice, Problem, Screen, Skeleton, TextArea } from '../../components'
import { useRead } from '../../data/useRead'
import { useWrite } from '../../data/useWrite'
import { call } from '../../platform/cloud'
import { decide, MessageHead, Timeline } from '../../message'
import { back, replace } from '../../platform/navigate'
import { previewPhotos } from '../../platform/photos'
import { routes } from '../../platform/routes'

type WithReason = 'reject' | 'askChanges' | 'hide' | 'rejectWord'
type Plain = 'approve' | 'unhide' | 'approveWord'

const names: Record<WithReason, string> = { reject: '不通过', askChanges: '请作者修改', hide: '隐藏', rejectWord: '评价不公开' }
const ready: Record<WithReason, string[]> = {
  reject: ['内容与本区事务无关。', '含有辱骂或未经证实的指控，请如实描述。', '内容是广告。'],
  askChanges: ['请补充具体的地点和时间。', '请去掉他人的姓名、电话或门牌号。', '照片里有清晰的人脸或车牌，请换一张。'],
  hide: ['涉及他人隐私，先隐藏核实。', '内容有争议，核实期间暂不公开。'],
  rejectWord: ['评价里有他人的个人信息。', '评价里有不文明用语。'],
}

/** One message before a person: what it says, what happened before, and one decision. */
export default function Moderate() {
  const id = useRouter().params.id ?? ''
  const { data: page, error, reload } = useRead('messages.read', { id })
  const write = useWrite('messages.moderate')
  const [asking, setAsking] = useState<WithReason>()
  const [reason, setReason] = useState('')

  /** Straight on to the next in the queue, so that a morning's work needs no going back and forth. */
  const next = async () => {
    const queue = await call('messages.box', { box: 'moderate' })
    const following = queue.ok ? queue.data.items.find((card) => card.id !== id) : undefined
    if (following) replace(routes.moderate(following.id))
    else back()
  }
  const then = (said: string) => ({ said, done: () => void next(), reload: () => void reload() })
  const plain = (decision: Plain, said: string) => page && void decide<'messages.moderate'>(write.send, { id, version: page.version, decision }, then(said))
  const withReason = () =>
    page && asking && void decide<'messages.moderate'>(write.send, { id, version: page.version, decision: asking, reason }, then('已处理'))

  if (!page) return <Screen title='审核'>{error ? <Problem error={error} onRetry={() => void reload()} /> : <Skeleton kind='page' />}</Screen>
  const can = page.abilities
  const offer = (decision: WithReason, may: boolean) =>
    may && (
      <Button block kind={decision === 'reject' || decision === 'hide' ? 'danger' : 'secondary'} disabled={write.busy} onTap={() => setAsking(decision)}>
        {names[decision]}
      </Button>
    )
  const bottom = asking ? (
    <BarRow>
      <Button block onTap={() => setAsking(undefined)}>
        返回
      </Button>
      <Button block kind='primary' busy={write.busy} onTap={withReason}>
        {`确定${names[asking]}`}
      </Button>
    </BarRow>
  ) : (
    <BarRow>
      {offer('reject', can.reject)}
      {offer('askChanges', can.askChanges)}
      {offer('rejectWord', can.decideWord)}
      {offer('hide', can.hide && !can.decideWord)}
      {can.approve && (
        <Button block kind='primary' icon='check' busy={write.busy} onTap={() => plain('approve', '已通过')}>
          通过
        </Button>
      )}
      {can.decideWord && (
        <Button block kind='primary' icon='check' busy={write.busy} onTap={() => plain('approveWord', '评价已公开')}>
          公开评价
        </Button>
      )}
      {can.unhide && (
        <Button block kind='primary' icon='eye' busy={write.busy} onTap={() => plain('unhide', '已恢复公开')}>
          恢复公开
        </Button>
      )}
    </BarRow>
  )
  return (
    <Screen title={can.decideWord ? '审核评价' : '审核留言'} bottom={bottom}>
      {write.error && (
        <Notice tone='amber' icon='alert'>
          {write.error.message}
        </Notice>
      )}
      {can.decideWord && (
        <Notice tone='blue' icon='star'>
          留言人写了评价，公开前请看一看：“{page.verdict?.word}”
        </Notice>
      )}
      {asking && (
        <Card>
          <View className='h3'>{names[asking]}：请写明理由</View>
          <View className='soft small'>作者会读到这段话。</View>
          <Choices label='常用理由' options={ready[asking].map((text) => ({ id: text, label: text }))} value={reason} onChange={setReason} />
          <TextArea label='理由' value={reason} max={limits.reasonMax} placeholder='理由' onInput={setReason} />
        </Card>
      )}
      <MessageHead page={page} />
      <Card>
        <View className='h3'>之前发生过什么</View>
        <View className='gap' />
        <Timeline entries={page.timeline} status='withdrawn' onPhoto={previewPhotos} />
      </Card>
    </Screen>
  )
}
