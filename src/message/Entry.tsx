import { View } from '@tarojs/components'
import { useState } from 'react'
import type { TimelineEntry, TimelineType } from '#contract/views'
import { Icon } from '../components'
import { Speech } from './Speech'
import { exact, shortDate } from './time'
import { stepNames } from './words'

/** Steps that stopped something: told by a cross instead of a tick. */
const stopped: TimelineType[] = ['rejected', 'changesAsked', 'hidden', 'withdrawn', 'declined', 'wordRejected']

/** One thing that happened. The day stands beside it, the exact time is a tap away. */
export function Entry({ entry, last, onPhoto }: { entry: TimelineEntry; last: boolean; onPhoto: (urls: string[], url: string) => void }) {
  const [open, setOpen] = useState(false)
  const isStop = stopped.includes(entry.type)
  // A correction is read where the answer stands: its own entry only says that it happened.
  const says = entry.type !== 'corrected' && (entry.text !== undefined || entry.result !== undefined || (entry.photos?.length ?? 0) > 0)
  return (
    <View className={`step ${isStop ? 'step--stopped' : 'step--done'}${last ? ' step--last' : ''}`}>
      <View className='step__dot'>
        <Icon name={isStop ? 'close' : 'check'} size='s' />
      </View>
      <View className='step__head' ariaRole='button' ariaLabel={`${stepNames[entry.type]}，${exact(entry.atMs)}`} onClick={() => setOpen(!open)}>
        <View className='step__title'>
          {stepNames[entry.type]}
          {entry.toName && `：${entry.toName}`}
        </View>
        <View className='step__date num'>{open ? exact(entry.atMs) : shortDate(entry.atMs)}</View>
      </View>
      {entry.reasons && entry.reasons.length > 0 && <View className='step__line'>{entry.reasons.join('，')}</View>}
      {says && <Speech entry={entry} onPhoto={onPhoto} />}
    </View>
  )
}
