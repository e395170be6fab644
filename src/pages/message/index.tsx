import { View } from '@tarojs/components'
import { useDidShow, usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { settings } from '#settings'
import { Card, Problem, Screen, Skeleton } from '../../components'
import { useRead } from '../../data/useRead'
import { isPublic, MessageHead, Timeline } from '../../message'
import { call, newKey } from '../../platform/cloud'
import { endPullDown } from '../../platform/page'
import { previewPhotos } from '../../platform/photos'
import { routes } from '../../platform/routes'
import { Actions } from './Actions'
import { AuthorNote } from './AuthorNote'
import './index.scss'

export default function Message() {
  const id = useRouter().params.id ?? ''
  const { data: page, error, reload, set } = useRead('messages.read', { id })
  const first = useRef(true)

  useDidShow(() => {
    if (first.current) first.current = false
    else void reload()
  })
  usePullDownRefresh(() => void reload().then(endPullDown))
  useShareAppMessage(() =>
    // What is not public is not sent round: the list is, instead.
    page && isPublic(page)
      ? { title: `${[...page.text].slice(0, 28).join('')}，来看看办得怎么样`, path: routes.message(id) }
      : { title: settings.platformName, path: routes.messages },
  )

  const unread = page?.unread === true
  useEffect(() => {
    // A badge that could not be taken away now goes the next time the page is opened.
    if (unread) void call('messages.seen', { id }, newKey())
  }, [unread, id])

  const shown = page?.id === id ? page : undefined
  return (
    <Screen title='留言' bottom={shown && <Actions page={shown} onChange={set} />}>
      {!error && !shown && <Skeleton kind='page' />}
      {error && !shown && <Problem error={error} onRetry={() => void reload()} />}
      {shown && (
        <>
          <AuthorNote page={shown} />
          <MessageHead page={shown} />
          <Card>
            <View className='timeline__title' ariaRole='heading'>
              办到哪一步了
            </View>
            <Timeline
              entries={shown.timeline}
              status={shown.status}
              dueAtMs={shown.dueAtMs}
              who={shown.status === 'handling' ? (shown.unitName ?? shown.deputyName) : shown.deputyName}
              onPhoto={previewPhotos}
            />
          </Card>
        </>
      )}
    </Screen>
  )
}
