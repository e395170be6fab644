import { View } from '@tarojs/components'
import { useState } from 'react'
import { verdictLabels } from '#contract/vocabulary'
import type { TimelineEntry } from '#contract/views'
import { Chip, PhotoGrid, Stars } from '../components'
import { exact, shortDate } from './time'
import { nameOf, stepNames, titleOf } from './words'

/** What somebody said stands in a box with who they are; everything else is one line. */
const spoken = ['remarked', 'forwarded', 'progressed', 'completed', 'answered', 'corrected', 'judged', 'rejected', 'changesAsked', 'hidden', 'declined', 'wordRejected']
const refused = ['rejected', 'changesAsked', 'hidden', 'withdrawn', 'declined', 'wordRejected']

function Speech({ entry }: { entry: TimelineEntry }) {
  const name = nameOf(entry.by)
  return (
    <View className='speech'>
      <View className='speech__who'>
        <View className={`speech__face speech__face--${entry.by.role}`}>{name.slice(0, 1)}</View>
        <View className='speech__name'>{name}</View>
        {titleOf(entry.by) !== name && <Chip tone={entry.by.role === 'deputy' ? 'accent' : 'grey'}>{titleOf(entry.by)}</Chip>}
      </View>
      {entry.result && (
        <View className='speech__verdict'>
          <Chip tone={entry.result === 'solved' ? 'jade' : 'amber'} icon={entry.result === 'solved' ? 'check-circle' : 'refresh'}>
            {verdictLabels[entry.result]}
          </Chip>
          <Stars value={entry.stars ?? 0} />
        </View>
      )}
      {entry.text && <View className='speech__text'>{entry.text}</View>}
      {entry.wordState === 'pending' && <View className='soft small'>这段话审核后公开。</View>}
      {entry.wordState === 'rejected' && <View className='soft small'>这段话没有公开。</View>}
    </View>
  )
}

export function Entry({ entry, last, onPhoto }: { entry: TimelineEntry; last: boolean; onPhoto: (urls: string[], url: string) => void }) {
  const [open, setOpen] = useState(false)
  const urls = (entry.photos ?? []).map((photo) => photo.url)
  const says = spoken.includes(entry.type) && (entry.text !== undefined || entry.result !== undefined)
  return (
    <View className={`step ${refused.includes(entry.type) ? 'step--stopped' : 'step--done'}${last ? ' step--last' : ''}`}>
      <View className='step__dot' />
      <View className='step__head' ariaRole='button' ariaLabel={`${stepNames[entry.type]}，${exact(entry.atMs)}`} onClick={() => setOpen(!open)}>
        <View className='step__title'>
          {stepNames[entry.type]}
          {entry.toName && <>：{entry.toName}</>}
        </View>
        <View className='step__date num'>{open ? exact(entry.atMs) : shortDate(entry.atMs)}</View>
      </View>
      {entry.reasons && entry.reasons.length > 0 && <View className='soft small'>{entry.reasons.join('；')}</View>}
      {says && <Speech entry={entry} />}
      {entry.correctedAtMs !== undefined && (
        <View className='speech__corrected'>
          已于 {exact(entry.correctedAtMs)} 更正{entry.originalText ? `，原答复：${entry.originalText}` : ''}
        </View>
      )}
      <PhotoGrid urls={urls} onOpen={(url) => onPhoto(urls, url)} />
    </View>
  )
}
