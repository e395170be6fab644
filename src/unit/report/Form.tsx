import { View } from '@tarojs/components'
import { useState } from 'react'
import { limits } from '#contract/fields'
import type { MessagePage } from '#contract/views'
import { Button, Card, Choices, Notice, PhotoPicker, Screen, TextArea } from '../../components'
import { faultsIn, type Faults } from '../../data/faults'
import { useKept } from '../../data/useKept'
import { storedIds, usePhotos, type FormPhoto } from '../../data/usePhotos'
import { useWrite } from '../../data/useWrite'
import { decide, MessageBrief } from '../../message'
import { back } from '../../platform/navigate'
import { toast } from '../../platform/notice'
import { previewPhotos } from '../../platform/photos'
import { Asked } from './Asked'

const options = [
  { id: 'progress', label: '还在办理' },
  { id: 'completed', label: '已经办完' },
] as const

const placeholders = {
  progress: '做到哪一步了、还要多久。例如：路灯已到货，预计周五装好。',
  completed: '做了什么、现在怎样了。最好附上办完后的照片。',
}

export function Form({ page, reload }: { page: MessagePage; reload: () => void }) {
  const write = useWrite('messages.progress')
  const kept = useKept(`report.${page.id}`)
  const [stage, setStage] = useState<'progress' | 'completed'>('progress')
  const [picked, setPicked] = useState<FormPhoto[]>([])
  const photos = usePhotos(picked, setPicked)
  const [faults, setFaults] = useState<Faults>({})

  const done = () => {
    kept.drop()
    back()
  }
  const submit = () => {
    const input = { id: page.id, version: page.version, text: kept.text, photos: storedIds(picked), completed: stage === 'completed' }
    const wrong = faultsIn('messages.progress', input)
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) return
    if (photos.uploading) return toast('照片还在上传，请等一下。')
    if (photos.failed) return toast('有照片没传上，请点照片重试或去掉。')
    void decide<'messages.progress'>(write.send, input, { said: stage === 'completed' ? '已报告办结' : '已报告进展', done, reload })
  }
  const ask = stage === 'completed' ? '怎么办完的' : '办到哪一步了'
  return (
    <Screen
      title='报告进展'
      bottom={
        <Button block kind='primary' icon='send' busy={write.busy} onTap={submit}>
          {stage === 'completed' ? '报告办结' : '报告进展'}
        </Button>
      }
    >
      {write.error && (
        <Notice tone='amber' icon='alert'>
          {write.error.message}
        </Notice>
      )}
      <MessageBrief page={page} />
      <Asked page={page} />
      <Choices label='办到哪一步' options={options} value={stage} onChange={setStage} />
      <View className='h2'>{ask}</View>
      <Card>
        <TextArea label={ask} value={kept.text} max={limits.replyMax} placeholder={placeholders[stage]} error={faults.text} note={kept.text.trim() ? '已存草稿' : ''} onInput={kept.write} />
        <PhotoPicker
          photos={photos.shown}
          max={limits.photosMax}
          onAdd={photos.add}
          onRemove={photos.remove}
          onRetry={photos.retry}
          onPreview={(url) => previewPhotos(photos.shown.map((photo) => photo.url), url)}
        />
      </Card>
      <Notice tone='blue' icon={page.visibility === 'public' ? 'eye' : 'lock'}>
        {page.visibility === 'public' ? '文字和照片大家都能看到，请避开人脸、车牌和门牌。' : '这条留言不公开，只有留言人、代表和工作人员看得到。'}
        {stage === 'completed' && '办结后由代表答复，是否解决由留言人评价。'}
      </Notice>
    </Screen>
  )
}
