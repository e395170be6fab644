import { View } from '@tarojs/components'
import { limits } from '#contract/fields'
import { kindLabels, kinds } from '#contract/vocabulary'
import { Card, Choices, EmergencyLine, Icon, PhotoPicker, PickerRow, SwitchRow, TextArea, TextField } from '../../components'
import type { usePhotos } from '../../data/usePhotos'
import { categoryOptions, townOptions } from '../../message'
import { locationEnabled, whereAmI } from '../../platform/location'
import { toast } from '../../platform/notice'
import { previewPhotos } from '../../platform/photos'
import type { Draft } from './draft'

interface Props {
  draft: Draft
  change: (step: (old: Draft) => Draft) => void
  photos: ReturnType<typeof usePhotos>
  saved: boolean
  wrong: Partial<Record<string, string>>
}

const kindOptions = kinds.map((id) => ({ id, label: kindLabels[id] }))

const Wrong = ({ text }: { text: string | undefined }) => (text ? <View className='wrong'>{text}</View> : null)

export function Form({ draft, change, photos, saved, wrong }: Props) {
  const locate = async () => {
    const here = await whereAmI()
    if (here.ok) change((old) => ({ ...old, point: here.data }))
    else toast(here.error.message)
  }
  const forget = () =>
    change((old) => {
      const { point: _point, ...rest } = old
      return rest
    })
  return (
    <>
      <Choices label='类型' options={kindOptions} value={draft.kind} onChange={(kind) => change((old) => ({ ...old, kind }))} />
      <View className='gap' />
      <Card>
        <TextArea
          label='留言内容'
          value={draft.text}
          max={limits.textMax}
          placeholder='在哪里、什么时候、发生了什么、希望怎么办。请不要写身份证号、门牌号等个人信息。'
          error={wrong.text}
          note={saved ? '已存草稿' : ''}
          onInput={(text) => change((old) => ({ ...old, text }))}
        />
        <PhotoPicker
          photos={photos.shown}
          max={limits.photosMax}
          onAdd={photos.add}
          onRemove={photos.remove}
          onRetry={photos.retry}
          onPreview={(url) => previewPhotos(photos.shown.map((photo) => photo.url), url)}
        />
        <Wrong text={wrong.photos} />
      </Card>
      {draft.kind !== 'thanks' && <EmergencyLine />}
      <Card>
        <PickerRow label='哪个镇、街道' options={townOptions} value={draft.town} onChange={(town) => change((old) => ({ ...old, town }))} />
        <Wrong text={wrong.town} />
        <PickerRow label='类别' options={categoryOptions} value={draft.category} onChange={(category) => change((old) => ({ ...old, category }))} />
        <Wrong text={wrong.category} />
        <View className='gap' />
        <TextField label='具体地点（可不填）' value={draft.placeName} max={limits.placeMax} placeholder='如：滆湖东路公交站' error={wrong.place} onInput={(placeName) => change((old) => ({ ...old, placeName }))} />
        {locationEnabled && (
          <View className='post__locate' ariaRole='button' onClick={() => (draft.point ? forget() : void locate())}>
            <Icon name='pin' />
            <View>{draft.point ? '已附上当前位置（公开时只显示大概范围），点这里去掉' : '附上我现在的位置'}</View>
          </View>
        )}
        <SwitchRow
          last
          label='公开给大家看'
          hint={draft.visibility === 'public' ? '审核通过后所有人可见，显示您的昵称' : '只给代表和工作人员看'}
          on={draft.visibility === 'public'}
          onChange={(on) => change((old) => ({ ...old, visibility: on ? 'public' : 'deputies' }))}
        />
      </Card>
    </>
  )
}
