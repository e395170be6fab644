import { View } from '@tarojs/components'
import { useState } from 'react'
import { verdictLabels } from '#contract/vocabulary'
import type { TimelineEntry } from '#contract/views'
import { Chip, Icon, PhotoGrid, Stars } from '../components'
import { exact } from './time'
import { nameOf, titleOf } from './words'

/** That an answer was corrected, and when; what it said first is one tap away. */
function Corrected({ atMs, original }: { atMs: number; original: string | undefined }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <View className='speech__corrected' {...(original ? { ariaRole: 'button', onClick: () => setOpen(!open) } : {})}>
        <Icon name='edit' size='s' />
        <View>{exact(atMs)} 更正过</View>
        {original && <View className='speech__more'>{open ? '收起' : '看原来的话'}</View>}
      </View>
      {open && original && <View className='speech__original'>{original}</View>}
    </>
  )
}

/** What somebody said, in a box with who they are: words, verdict, photos. */
export function Speech({ entry, onPhoto }: { entry: TimelineEntry; onPhoto: (urls: string[], url: string) => void }) {
  const name = nameOf(entry.by)
  const title = titleOf(entry.by)
  const urls = (entry.photos ?? []).map((photo) => photo.url)
  return (
    <View className='speech'>
      <View className='speech__who'>
        <View className={`speech__face speech__face--${entry.by.role}`}>{[...name][0]}</View>
        <View className='speech__name'>{name}</View>
        {title !== name && <Chip tone={entry.by.role === 'deputy' ? 'accent' : entry.by.role === 'unit' ? 'blue' : 'grey'}>{title}</Chip>}
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
      <PhotoGrid urls={urls} onOpen={(url) => onPhoto(urls, url)} />
      {entry.wordState === 'pending' && <View className='speech__note'>这段话审核后公开。</View>}
      {entry.wordState === 'rejected' && <View className='speech__note'>这段话没有公开。</View>}
      {entry.correctedAtMs !== undefined && <Corrected atMs={entry.correctedAtMs} original={entry.originalText} />}
    </View>
  )
}
