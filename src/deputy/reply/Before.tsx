import { View } from '@tarojs/components'
import type { MessagePage, TimelineType } from '#contract/views'
import { Card, PhotoGrid } from '../../components'
import { ago, nameOf, stepNames } from '../../message'
import { previewPhotos } from '../../platform/photos'

const telling: readonly TimelineType[] = ['remarked', 'progressed', 'completed', 'judged', 'declined']

/** What was said last: an answer often stands on the unit's report, or on a citizen who said "not solved". */
export function Before({ page }: { page: MessagePage }) {
  const last = page.timeline.filter((entry) => telling.includes(entry.type) && entry.text !== undefined).pop()
  if (!last) return null
  const urls = (last.photos ?? []).map((photo) => photo.url)
  return (
    <Card>
      <View className='soft small'>
        {stepNames[last.type]} · {nameOf(last.by)} · {ago(last.atMs)}
      </View>
      <View>{last.text}</View>
      <PhotoGrid urls={urls} onOpen={(url) => previewPhotos(urls, url)} />
    </Card>
  )
}
