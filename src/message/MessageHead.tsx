import { Text, View } from '@tarojs/components'
import { kindLabels } from '#contract/vocabulary'
import type { MessagePage } from '#contract/views'
import { Card, Chip, PhotoGrid } from '../components'
import { previewPhotos } from '../platform/photos'
import { StatusChip } from './StatusChip'
import { headline } from './headline'
import { exact } from './time'
import { categoryName, townName } from './words'

/** The demand itself: its state, its words, its photos, who and where. */
export function MessageHead({ page }: { page: MessagePage }) {
  const [first, rest] = headline(page.text)
  const urls = page.photos.map((photo) => photo.url)
  return (
    <Card>
      <View className='chips'>
        <StatusChip status={page.status} dueAtMs={page.dueAtMs} reopened={page.reopened} />
        <Chip tone='grey'>
          {kindLabels[page.kind]} · {categoryName(page.category)}
        </Chip>
        {page.visibility === 'deputies' && (
          <Chip tone='grey' icon='lock'>
            只给代表看
          </Chip>
        )}
      </View>
      <View className='message-head__text'>
        {first !== '' && (
          <View className='message-head__first'>
            <Text userSelect>{first}</Text>
          </View>
        )}
        {rest !== '' && <Text userSelect>{rest}</Text>}
      </View>
      <PhotoGrid urls={urls} onOpen={(url) => previewPhotos(urls, url)} />
      <View className='message-head__foot'>
        <View>
          {page.authorName} · {townName(page.town)}
          {page.place?.name && ` · ${page.place.name}`}
        </View>
        <View className='num'>{exact(page.createdAtMs)}</View>
      </View>
    </Card>
  )
}
