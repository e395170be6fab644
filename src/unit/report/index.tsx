import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { limits } from '#contract/fields'
import { Button, Card, Choices, Notice, PhotoPicker, Problem, Screen, Skeleton, TextArea } from '../../components'
import { storedIds, usePhotos, type FormPhoto } from '../../data/usePhotos'
import { useRead } from '../../data/useRead'
import { useWrite } from '../../data/useWrite'
import { decide, MessageHead } from '../../message'
import { back } from '../../platform/navigate'
import { toast } from '../../platform/notice'
import { previewPhotos } from '../../platform/photos'

const options = [
  { id: 'progress', label: '还在办理' },
  { id: 'completed', label: '已经办完' },
] as const

/** The unit tells what was done, with photos of it. The citizen still has the last word. */
export default function Report() {
  const id = useRouter().params.id ?? ''
  const { data: page, error, reload } = useRead('messages.read', { id })
  const write = useWrite('messages.progress')
  const [stage, setStage] = useState<'progress' | 'completed'>('progress')
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<FormPhoto[]>([])
  const photos = usePhotos(picked, setPicked)

  if (!page) return <Screen title='报告进展'>{error ? <Problem error={error} onRetry={() => void reload()} /> : <Skeleton kind='page' />}</Screen>
  if (!page.abilities.progress) {
    return (
      <Screen title='报告进展'>
        <Problem error={{ code: 'wrong_state', message: '这条留言现在不能报告进展，请回去看看。' }} onRetry={back} />
      </Screen>
    )
  }
  const submit = () => {
    if (photos.uploading) return toast('照片还在上传，请等一下。')
    if (photos.failed) return toast('有照片没传上，请点照片重试或去掉。')
    void decide<'messages.progress'>(
      write.send,
      { id, version: page.version, text, photos: storedIds(picked), completed: stage === 'completed' },
      { said: stage === 'completed' ? '已报告办结' : '已报告进展', done: back, reload: () => void reload() },
    )
  }
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
      <MessageHead page={page} />
      <Choices label='办到哪一步' options={options} value={stage} onChange={setStage} />
      <View className='gap' />
      <Card>
        <TextArea label='进展' value={text} max={limits.replyMax} placeholder={stage === 'completed' ? '做了什么、现场怎样了。最好附上办结后的照片。' : '做到哪一步、还要多久。'} onInput={setText} />
        <PhotoPicker photos={photos.shown} max={limits.photosMax} onAdd={photos.add} onRemove={photos.remove} onRetry={photos.retry} onPreview={(url) => previewPhotos(photos.shown.map((photo) => photo.url), url)} />
      </Card>
      <Notice tone='blue' icon='eye'>
        {page.visibility === 'public' ? '发出后大家都能看到。' : '发出后留言人能看到。'}是否解决，由留言人评价。
      </Notice>
    </Screen>
  )
}
