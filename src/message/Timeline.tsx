import { View } from '@tarojs/components'
import type { Status } from '#contract/vocabulary'
import type { TimelineEntry } from '#contract/views'
import { Chip } from '../components'
import { Entry } from './Entry'
import { untilDue } from './time'

interface Coming {
  now?: string
  later: string[]
}

const JUDGE = '请群众评价'
/** The promise that the last step makes. */
const PROMISE = '留言人说解决了，这件事才算解决。'

/** What comes after the last entry, by the message's state: the present step, and the ones still open. */
function coming(status: Status, who: string | undefined): Coming {
  switch (status) {
    case 'pending':
      return { now: '工作人员正在审核', later: ['交给代表', '代表答复', JUDGE] }
    case 'changesAsked':
      return { now: '等作者修改', later: ['再次审核', '交给代表', '代表答复', JUDGE] }
    case 'waiting':
      return { now: '正在选派代表', later: ['代表答复', JUDGE] }
    case 'assigned':
      return { now: `${who ?? '代表'}正在了解情况`, later: ['代表答复', JUDGE] }
    case 'handling':
      return { now: who ? `${who}正在办理` : '正在办理', later: ['代表答复', JUDGE] }
    case 'answered':
      return { now: JUDGE, later: [] }
    default:
      return { later: [] }
  }
}

interface Props {
  entries: TimelineEntry[]
  status: Status
  dueAtMs?: number | undefined
  /** Who has it now: the deputy, or the unit it was forwarded to. */
  who?: string | undefined
  onPhoto: (urls: string[], url: string) => void
}

/** Done steps in jade with a tick, the present one in amber with what is left of its time, the coming ones open. */
export function Timeline({ entries, status, dueAtMs, who, onPhoto }: Props) {
  const { now, later } = coming(status, who)
  const happened = entries.filter((entry) => entry.type !== 'wordApproved')
  const late = dueAtMs !== undefined && dueAtMs < Date.now()
  return (
    <View className='timeline'>
      {happened.map((entry, index) => (
        <Entry key={entry.id} entry={entry} last={index === happened.length - 1 && !now} onPhoto={onPhoto} />
      ))}
      {now && (
        <View className={`step step--now${later.length ? '' : ' step--last'}`} ariaLabel={`现在：${now}`}>
          <View className='step__dot' />
          <View className='step__head'>
            <View className='step__title'>{now}</View>
            {dueAtMs !== undefined && (
              <Chip tone={late ? 'accent' : 'amber'} icon={late ? 'alert' : 'clock'}>
                {untilDue(dueAtMs)}
              </Chip>
            )}
          </View>
          {now === JUDGE && <View className='step__line'>{PROMISE}</View>}
        </View>
      )}
      {later.map((title, index) => (
        <View key={title} className={`step step--later${index === later.length - 1 ? ' step--last' : ''}`}>
          <View className='step__dot' />
          <View className='step__head'>
            <View className='step__title'>{title}</View>
          </View>
          {title === JUDGE && <View className='step__line'>{PROMISE}</View>}
        </View>
      ))}
    </View>
  )
}
