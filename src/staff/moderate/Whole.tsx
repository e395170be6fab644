import { Image, Text, View } from '@tarojs/components'
import { settings } from '#settings'
import { kindLabels } from '#contract/vocabulary'
import type { MessagePage } from '#contract/views'
import { Card, Chip } from '../../components'
import { categoryName, exact, StatusChip, townName } from '../../message'
import { previewPhotos } from '../../platform/photos'
import { waited } from '../queue/note'

const DAY = 24 * 60 * 60_000

/** Everything the author wrote and would show: words, photos at their full width, nickname and place. */
export function Whole({ page, nowMs = Date.now() }: { page: MessagePage; nowMs?: number }) {
  const urls = page.photos.map((photo) => photo.url)
  const waits = page.abilities.approve && page.dueAtMs !== undefined ? waited(nowMs - page.dueAtMs + settings.deadlines.moderateDays * DAY) : undefined
  return (
    <Card>
      <View>
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
      {waits !== undefined && <View className='soft small'>{waits}</View>}
      <View className='message-head__text'>
        <Text userSelect>{page.text}</Text>
      </View>
      {urls.map((url, index) => (
        <View key={url} className='whole__photo' ariaRole='button' ariaLabel={`放大第 ${index + 1} 张照片`} onClick={() => previewPhotos(urls, url)}>
          <Image className='whole__image' mode='widthFix' src={url} />
        </View>
      ))}
      <View className='whole__facts'>
        <View className='whole__fact'>
          <View className='whole__name'>昵称</View>
          <View className='whole__value'>{page.authorName}</View>
        </View>
        <View className='whole__fact'>
          <View className='whole__name'>地点</View>
          <View className='whole__value'>
            {townName(page.town)}
            {page.place?.name && ` · ${page.place.name}`}
          </View>
        </View>
        <View className='whole__fact'>
          <View className='whole__name'>时间</View>
          <View className='whole__value num'>{exact(page.createdAtMs)}</View>
        </View>
      </View>
    </Card>
  )
}
