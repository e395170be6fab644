import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { MessagePage } from '#contract/views'
import { Button, Empty, Notice, Problem, Screen, Skeleton } from '../../components'
import { usePhotos } from '../../data/usePhotos'
import { useRead } from '../../data/useRead'
import { useWrite } from '../../data/useWrite'
import { replace } from '../../platform/navigate'
import { confirm, toast } from '../../platform/notice'
import { scrollTop } from '../../platform/page'
import { routes } from '../../platform/routes'
import { check, firstOf, wrongIn, type Draft } from './draft'
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
  const [tried, setTried] = useState(false)
  const [filled, setFilled] = useState(restored)

  useEffect(() => {
    if (!page || filled) return
    change((old) => fromPage(page, old))
    setFilled(true)
  }, [page, filled, change])

  const submit = async () => {
    if (!page) return
    const checked = check(current())
    setTried(true)
    if (!checked.ok) return toast(firstOf(checked.wrong))
    if (photos.uploading) return toast('照片还在上传，请等一下。')
    if (photos.failed && !(await confirm({ title: '有照片没传上', text: '可以先不带这些照片提交，也可以返回重试。', yes: '不带照片', no: '返回' }))) return
    const answer = await edit.send({ id, version: page.version, body: checked.body })
    if (!answer?.ok) {
      scrollTop()
      // Somebody else was faster, or an earlier try of this very edit landed: the page tells which.
      if (answer && ['conflict', 'wrong_state'].includes(answer.error.code)) void reload()
      return
    }
    discard()
    toast('已重新提交审核')
    replace(routes.message(id))
  }

  const startOver = async () => {
    if (!page || !(await confirm({ title: '从原来的内容重新改？', text: '没提交的修改会清掉。', yes: '重新改', danger: true }))) return
    discard()
    change((old) => fromPage(page, old))
  }

  if (page && !page.abilities.edit) {
    return (
      <Screen title='修改留言'>
        <Empty
          icon='check-circle'
          text={page.moderation.state === 'pending' ? '已经提交，正在审核。' : '这条留言现在不需要修改了。'}
          action={{ label: '看这条留言', onTap: () => replace(routes.message(id)) }}
        />
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
      {page && filled && (
        <>
          <Notice tone='amber' icon='edit'>
            <View className='kept__title'>{page.moderation.state === 'rejected' ? '没有通过审核，请改好再发' : '工作人员请您改一改'}</View>
            <View>{page.moderation.reason}</View>
            {restored && (
              <View className='kept__ways'>
                <Button kind='quiet' onTap={() => void startOver()}>
                  已恢复草稿，点这里重新改
                </Button>
              </View>
            )}
          </Notice>
          <Form draft={draft} change={change} photos={photos} saved={saved} wrong={wrongIn(draft, tried, edit.error)} />
        </>
      )}
    </Screen>
  )
}
