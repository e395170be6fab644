import { Image, View } from '@tarojs/components'
import { Icon } from './Icon'

export interface PickedPhoto {
  key: string
  url: string
  state: 'uploading' | 'done' | 'failed'
}

interface PickerProps {
  photos: readonly PickedPhoto[]
  max: number
  onAdd: () => void
  onRemove: (key: string) => void
  onRetry: (key: string) => void
  onPreview: (url: string) => void
}

export function PhotoPicker({ photos, max, onAdd, onRemove, onRetry, onPreview }: PickerProps) {
  return (
    <View className='photos'>
      {photos.map((photo, index) => (
        <View key={photo.key} className='photo'>
          <Image className='photo__image' mode='aspectFill' src={photo.url} ariaLabel={`第 ${index + 1} 张照片`} onClick={() => (photo.state === 'failed' ? onRetry(photo.key) : onPreview(photo.url))} />
          {photo.state !== 'done' && <View className='photo__state'>{photo.state === 'uploading' ? '上传中…' : '点照片重传'}</View>}
          <View className='photo__remove' ariaRole='button' ariaLabel={`去掉第 ${index + 1} 张照片`} onClick={() => onRemove(photo.key)}>
            <View className='photo__cross'>
              <Icon name='close' size='s' />
            </View>
          </View>
        </View>
      ))}
      {photos.length < max && (
        <View className='photo photo--add' ariaRole='button' ariaLabel='添加照片' onClick={onAdd}>
          <Icon name='camera' />
          <View>{photos.length ? `${photos.length} / ${max}` : '照片'}</View>
        </View>
      )}
    </View>
  )
}

/** One photo is shown large, two and four side by side, any other number in threes. */
const fewer: Record<number, string> = { 1: ' photos--one', 2: ' photos--two', 4: ' photos--two' }

/** Evenly cropped, opened large by a tap. */
export function PhotoGrid({ urls, onOpen }: { urls: readonly string[]; onOpen: (url: string) => void }) {
  if (urls.length === 0) return null
  return (
    <View className={`photos${fewer[urls.length] ?? ''}`}>
      {urls.map((url, index) => (
        <View key={url} className='photo' ariaRole='button' ariaLabel={`放大第 ${index + 1} 张照片`} onClick={() => onOpen(url)}>
          <Image className='photo__image' mode='aspectFill' lazyLoad src={url} />
        </View>
      ))}
    </View>
  )
}
