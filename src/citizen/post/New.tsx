import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { MessageBody } from '#contract/fields'
import type { MessagePage } from '#contract/views'
import { BarRow, Button, Notice, Screen } from '../../components'
import { useMe } from '../../data/useMe'
import { usePhotos } from '../../data/usePhotos'
import { confirm, toast } from '../../platform/notice'
import { go, replace } from '../../platform/navigate'
import { scrollTop } from '../../platform/page'
import type { CallError } from '../../platform/result'
import { routes } from '../../platform/routes'
import { check, firstOf, unanswered, wrongIn } from './draft'
import { Form } from './Form'
import { Kept } from './Kept'
import { Preview } from './Preview'
import { useDraft } from './useDraft'
import { useSend } from './useSend'

/** A new message: written, looked at, sent. */
export function New() {
  const me = useMe()
  const { draft, restored, saved, change, changePhotos, changeAndSave, discard, current } = useDraft('draft.message')
  const photos = usePhotos(draft.photos, changePhotos)
  const { send, busy } = useSend(current, changeAndSave)
  const [tried, setTried] = useState(false)
  const [told, setTold] = useState<CallError>()
  const [previewed, setPreviewed] = useState<MessageBody>()
  const [failure, setFailure] = useState<CallError>()
  const [earlier, setEarlier] = useState<MessagePage>()
  const registering = useRef(false)

  const register = () => {
    registering.current = true
    go(routes.register)
  }
  const show = (body: MessageBody | undefined) => {
    setPreviewed(body)
    scrollTop()
  }
  useDidShow(() => setFailure(undefined))

  // Back from registering: on with what the person wanted to do.
  const canPost = me.data?.canPost
  useEffect(() => {
    if (!canPost || !registering.current) return
    registering.current = false
    const checked = check(current())
    if (checked.ok) setPreviewed(checked.body)
  }, [canPost, current])

  const preview = async () => {
    const checked = check(current())
    setTried(true)
    if (!checked.ok) return toast(firstOf(checked.wrong))
    if (photos.uploading) return toast('照片还在上传，请等一下。')
    if (photos.failed && !(await confirm({ title: '有照片没传上', text: '可以先不带这些照片发送，也可以返回重试。', yes: '不带照片', no: '返回' }))) return
    if (me.data && !me.data.canPost) return register()
    setFailure(undefined)
    show(checked.body)
  }

  const submit = async (body: MessageBody) => {
    setFailure(undefined)
    setTold(undefined)
    const sent = await send(body)
    if (!sent) return
    if (sent.ok) {
      discard()
      toast('已发出，审核后告诉您')
      return replace(routes.message(sent.page.id))
    }
    if (['profile_required', 'consent_required'].includes(sent.error.code)) return register()
    setEarlier(sent.earlier)
    if (!sent.earlier) setFailure(sent.error)
    if (sent.error.field) setTold(sent.error)
    if (sent.earlier ?? sent.error.field) show(undefined)
    else scrollTop()
  }

  const startOver = () => {
    discard()
    setEarlier(undefined)
    setFailure(undefined)
    setTried(false)
  }
  const resend = () => {
    const checked = check(current())
    if (checked.ok) void submit(checked.body)
  }
  const failed = failure && (
    <Notice tone='amber' icon='alert'>
      {failure.message}
    </Notice>
  )

  if (previewed) {
    return (
      <Screen
        title='发送前看一看'
        bottom={
          <BarRow>
            <Button block disabled={busy} onTap={() => show(undefined)}>
              再改改
            </Button>
            <Button block kind='primary' icon='send' busy={busy} onTap={() => void submit(previewed)}>
              {failure ? '再发一次' : '确认发送'}
            </Button>
          </BarRow>
        }
      >
        {failed}
        <Preview body={previewed} urls={draft.photos.flatMap((photo) => (photo.fileId ? [photo.url] : []))} nickname={me.data?.nickname ?? '您的昵称'} />
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
      <Kept restored={restored} waiting={unanswered(draft)} earlier={earlier} busy={busy} onResend={resend} onDiscard={startOver} />
      {failed}
      <Form draft={draft} change={change} photos={photos} saved={saved} wrong={wrongIn(draft, tried, told)} />
    </Screen>
  )
}
