import { useEffect, useRef, useState } from 'react'
import type { MessagePage } from '#contract/views'
import { Button, Notice, Problem, Screen, Skeleton } from '../../components'
import { usePhotos } from '../../data/usePhotos'
import { useRead } from '../../data/useRead'
import { useWrite } from '../../data/useWrite'
import { back, replace } from '../../platform/navigate'
import { toast } from '../../platform/notice'
import { routes } from '../../platform/routes'
import { check, type Draft } from './draft'
import { Form } from './Form'
import { useDraft } from './useDraft'

const fromPage = (page: MessagePage, old: Draft): Draft => ({
  ...old,
  kind: page.kind,
  category: page.category,
  text: page.text,
  photos: page.photos.flatMap((photo, index) => (photo.id ? [{ key: `stored-${index}`, url: photo.url, fileId: photo.id }] : [])),
  town: page.town,
  placeName: page.place?.name ?? '',
  ...(page.place?.point ? { point: page.place.point } : {}),
  visibility: page.visibility,
})

/** Mending what staff asked for: the words and photos as they were, the reason above them. */
export function Edit({ id }: { id: string }) {
  const { data: page, error, reload } = useRead('messages.read', { id })
  const { draft, restored, saved, change, changePhotos, discard, current } = useDraft(`draft.edit.${id}`)
  const photos = usePhotos(draft.photos, changePhotos)
  const edit = useWrite('messages.edit')
  const [wrong, setWrong] = useState<Partial<Record<string, string>>>({})
  const filled = useRef(restored)

  useEffect(() => {
    if (!page || filled.current) return
    filled.current = true
    change((old) => fromPage(page, old))
  }, [page, change])

  const submit = async () => {
    if (!page) return
    const checked = check(current())
    setWrong(checked.ok ? {} : checked.wrong)
    if (!checked.ok) return toast(Object.values(checked.wrong)[0] ?? '请检查填写的内容。')
    if (photos.uploading) return toast('照片还在上传，请等一下。')
    const answer = await edit.send({ id, version: page.version, body: checked.body })
    if (!answer?.ok) {
      if (answer?.error.code === 'conflict') void reload()
      return
    }
    discard()
    toast('已重新提交审核')
    replace(routes.message(id))
  }

  if (page && !page.abilities.edit) {
    return (
      <Screen title='修改留言'>
        <Problem error={{ code: 'wrong_state', message: '这条留言现在不需要修改了。' }} onRetry={back} />
      </Screen>
    )
  }
  return (
    <Screen
      title='修改留言'
      bottom={
        page && (
          <Button block kind='primary' icon='send' busy={edit.busy} onTap={() => void submit()}>
            改好了，重新提交
          </Button>
        )
      }
    >
      {!page && !error && <Skeleton kind='page' />}
      {!page && error && <Problem error={error} onRetry={() => void reload()} />}
      {edit.error && (
        <Notice tone='amber' icon='alert'>
          {edit.error.message}
        </Notice>
      )}
      {page && (
        <>
          <Notice tone='amber' icon='edit'>
            工作人员请您修改：{page.moderation.reason}
          </Notice>
          <Form draft={draft} change={change} photos={photos} saved={saved} wrong={wrong} />
        </>
      )}
    </Screen>
  )
}
