import { View } from '@tarojs/components'
import { useState } from 'react'
import { countCharacters } from '#contract/fields'
import { kindLabels } from '#contract/vocabulary'
import type { MessagePage } from '#contract/views'
import { Button, Card, Chip, PhotoGrid } from '../components'
import { previewPhotos } from '../platform/photos'
import { useElder } from '../platform/preferences'
import { StatusChip } from './StatusChip'
import { categoryName, townName } from './words'
import './work.scss'

/** About what three lines hold, by the size of the type. */
const SHORT = { standard: 54, elder: 40 }

/** The message above a form about it: short, and whole by a tap. */
export function MessageBrief({ page }: { page: MessagePage }) {
  const [open, setOpen] = useState(false)
  const [elder] = useElder()
  const urls = page.photos.map((photo) => photo.url)
  const more = countCharacters(page.text) > SHORT[elder ? 'elder' : 'standard'] || urls.length > 0
  return (
    <Card>
      <View>
        <StatusChip status={page.status} dueAtMs={page.dueAtMs} reopened={page.reopened} />
        {page.visibility === 'deputies' && (
          <Chip tone='grey' icon='lock'>
            只给代表看
          </Chip>
        )}
      </View>
      <View className={open ? 'message-head__text' : 'message-card__text'}>{page.text}</View>
      {open && <PhotoGrid urls={urls} onOpen={(url) => previewPhotos(urls, url)} />}
      <View className='message-head__foot'>
        {page.authorName} · {kindLabels[page.kind]} · {categoryName(page.category)} · {townName(page.town)}
        {page.place?.name && ` · ${page.place.name}`}
      </View>
      {more && (
        <View className='brief__more'>
          <Button kind='quiet' onTap={() => setOpen(!open)}>
            {open ? '收起' : urls.length ? `看全文和 ${urls.length} 张照片` : '看全文'}
          </Button>
        </View>
      )}
    </Card>
  )
}
