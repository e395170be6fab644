import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { MessageBody } from '#contract/fields'
import { BarRow, Button, Notice, Problem, Screen } from '../../components'
import { useMe } from '../../data/useMe'
import { usePhotos } from '../../data/usePhotos'
import { confirm, toast } from '../../platform/notice'
import { go, replace } from '../../platform/navigate'
import { scrollTop } from '../../platform/page'
import type { CallError } from '../../platform/result'
import { routes } from '../../platform/routes'
import { check } from './draft'
import { Edit } from './Edit'
import { Form } from './Form'
import { Preview } from './Preview'
import { useDraft } from './useDraft'
import { useSend } from './useSend'
import './index.scss'

/** With `id` an edit that staff asked for; without, a new message. */
export default function Post() {
  const { id } = useRouter().params
  return id ? <Edit id={id} /> : <New />
}

function New() {
  const me = useMe()
  const { draft, restored, saved, change, changePhotos, changeAndSave, discard, current } = useDraft('draft.message')
  const photos = usePhotos(draft.photos, changePhotos)
  const { send, busy } = useSend(current, changeAndSave)
  const [wrong, setWrong] = useState<Partial<Record<string, string>>>({})
  const [previewed, setPreviewed] = useState<MessageBody>()
  const [failure, setFailure] = useState<CallError>()

  useDidShow(() => setFailure(undefined))

  const preview = async () => {
    const checked = check(current())
    setWrong(checked.ok ? {} : checked.wrong)
    if (!checked.ok) return toast(Object.values(checked.wrong)[0] ?? '请检查填写的内容。')
    if (photos.uploading) return toast('照片还在上传，请等一下。')
    if (photos.failed && !(await confirm({ title: '有照片没传上', text: '可以先不带这些照片发送，也可以返回重试。', yes: '不带照片', no: '返回' }))) return
    if (me.data && !me.data.canPost) return go(routes.register)
    setFailure(undefined)
    setPreviewed(checked.body)
    scrollTop()
  }

  const submit = async (body: MessageBody) => {
    const sent = await send(body)
    if (sent.ok) {
      discard()
      toast('已发出，审核后告诉您')
      return replace(routes.message(sent.page.id))
    }
    setFailure(sent.error)
    if (sent.earlier) {
      const see = await confirm({
        title: '上一次其实发成功了',
        text: '您之前写的那条已经收到。现在改过的文字还留在这里，没有发出。要先看看那一条吗？',
        yes: '去看看',
        no: '留在这里',
      })
      setPreviewed(undefined)
      if (see) go(routes.message(sent.earlier.id))
    } else if (['profile_required', 'consent_required'].includes(sent.error.code)) go(routes.register)
    else if (sent.error.field) setPreviewed(undefined)
  }

  if (previewed) {
    const urls = draft.photos.flatMap((photo) => (photo.fileId ? [photo.url] : []))
    return (
      <Screen
        title='发送前看一看'
        bottom={
          <BarRow>
            <Button block disabled={busy} onTap={() => setPreviewed(undefined)}>
              再改改
            </Button>
            <Button block kind='primary' icon='send' busy={busy} onTap={() => void submit(previewed)}>
              {failure ? '再发一次' : '确认发送'}
            </Button>
          </BarRow>
        }
      >
        {failure && <Problem error={failure} />}
        <Preview body={previewed} urls={urls} nickname={me.data?.nickname ?? '您的昵称'} />
      </Screen>
    )
  }
  return (
    <Screen
      title='我要留言'
      bottom={
        <Button block kind='primary' icon='eye' onTap={() => void preview()}>
          {draft.visibility === 'public' ? '看看公开后的样子' : '发送前看一看'}
        </Button>
      }
    >
      {restored && (
        <Notice tone='blue' icon='info'>
          <View>已恢复上次没发完的草稿。</View>
          <Button kind='quiet' onTap={() => void confirm({ title: '清空草稿？', text: '写好的文字和照片会一起清掉。', yes: '清空', danger: true }).then((yes) => yes && discard())}>
            不要了，重新写
          </Button>
        </Notice>
      )}
      {failure && (
        <Notice tone='amber' icon='alert'>
          {failure.message}
        </Notice>
      )}
      <Form draft={draft} change={change} photos={photos} saved={saved} wrong={wrong} />
    </Screen>
  )
}
