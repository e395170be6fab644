import { View } from '@tarojs/components'
import { limits } from '#contract/fields'
import { kindLabels, kinds } from '#contract/vocabulary'
import { Card, Choices, EmergencyLine, Icon, Notice, PhotoPicker, PickerRow, SwitchRow, TextArea, TextField } from '../../components'
import type { usePhotos } from '../../data/usePhotos'
import { categoryOptions, townOptions } from '../../message'
import { locationEnabled, whereAmI } from '../../platform/location'
import { toast } from '../../platform/notice'
import { previewPhotos } from '../../platform/photos'
import { personalNumber, type Draft, type Faults } from './draft'
import type { Saved } from './useDraft'

interface Props {
  draft: Draft
  change: (step: (old: Draft) => Draft) => void
  photos: ReturnType<typeof usePhotos>
  saved: Saved
  wrong: Faults
}

const kindOptions = kinds.map((id) => ({ id, label: kindLabels[id] }))

const savedNotes: Record<Saved, string> = { no: '', yes: '已存草稿', noRoom: '手机满了，没存下草稿' }

const Wrong = ({ text }: { text: string | undefined }) => (text ? <View className='wrong'>{text}</View> : null)

export function Form({ draft, change, photos, saved, wrong }: Props) {
  const locate = async () => {
    const here = await whereAmI()
    if (here.ok) change((old) => ({ ...old, point: here.data }))
    else toast(here.error.message)
  }
  const found = personalNumber(draft.text)
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
          note={savedNotes[saved]}
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
      {found && (
        <Notice tone='amber' icon='lock'>
          {draft.visibility === 'public' ? `发现${found}。公开后大家都会看到，建议删去，代表的答复会直接到您的留言里。` : `发现${found}。代表和办理单位会看到，不需要的话请删去。`}
        </Notice>
      )}
      {draft.kind !== 'thanks' && <EmergencyLine />}
      <Card>
        <View className='rows'>
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
        </View>
      </Card>
    </>
  )
}
