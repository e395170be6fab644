import { View } from '@tarojs/components'
import type { Status } from '#contract/vocabulary'
import type { TimelineEntry } from '#contract/views'
import { Entry } from './Entry'
import { untilDue } from './time'

interface Coming {
  now?: { title: string; hint?: string }
  later: string[]
}

/** What comes after the last entry, by the message's state: the present step, and the ones still open. */
function coming(status: Status): Coming {
  const judge = '请群众评价，解决了才算完'
  switch (status) {
    case 'pending':
      return { now: { title: '工作人员正在审核' }, later: ['交给代表', '代表答复', judge] }
    case 'changesAsked':
      return { now: { title: '等作者修改' }, later: ['再次审核', '交给代表', '代表答复', judge] }
    case 'waiting':
      return { now: { title: '正在选派代表' }, later: ['代表答复', judge] }
    case 'assigned':
      return { now: { title: '代表已收到，正在了解情况' }, later: ['代表答复', judge] }
    case 'handling':
      return { now: { title: '正在办理' }, later: ['代表答复', judge] }
    case 'answered':
      return { now: { title: judge, hint: '只有留言人说解决了，这件事才算解决。' }, later: [] }
    default:
      return { later: [] }
  }
}

/** Done steps in jade, the present one in amber with what is left of its time, the coming ones open. */
export function Timeline({ entries, status, dueAtMs, onPhoto }: { entries: TimelineEntry[]; status: Status; dueAtMs?: number | undefined; onPhoto: (urls: string[], url: string) => void }) {
  const { now, later } = coming(status)
  return (
    <View className='timeline'>
      {entries.map((entry, index) => (
        <Entry key={entry.id} entry={entry} last={index === entries.length - 1 && !now && later.length === 0} onPhoto={onPhoto} />
      ))}
      {now && (
        <View className={`step step--now${later.length ? '' : ' step--last'}`}>
          <View className='step__dot' />
          <View className='step__head'>
            <View className='step__title'>{now.title}</View>
            {dueAtMs !== undefined && <View className='step__due'>{untilDue(dueAtMs)}</View>}
          </View>
          {now.hint && <View className='soft small'>{now.hint}</View>}
        </View>
      )}
      {later.map((title, index) => (
        <View key={title} className={`step step--later${index === later.length - 1 ? ' step--last' : ''}`}>
          <View className='step__dot' />
          <View className='step__title'>{title}</View>
        </View>
      ))}
    </View>
  )
}
