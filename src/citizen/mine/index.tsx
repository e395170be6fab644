import { View } from '@tarojs/components'
import { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useRef } from 'react'
import type { MessageCard as Card } from '#contract/views'
import type { Status } from '#contract/vocabulary'
import { Button, Empty, Problem, Screen, Skeleton } from '../../components'
import { usePages } from '../../data/usePages'
import { MessageCard } from '../../message'
import { go } from '../../platform/navigate'
import { endPullDown } from '../../platform/page'
import { routes } from '../../platform/routes'

/** What the author can do next, where it is theirs to act. */
const turns: Partial<Record<Status, string>> = {
  changesAsked: '请点开，改一改再提交',
  rejected: '请点开，看看原因',
  answered: '代表答复了，请点开评价',
}
const noteOf = (card: Card): string | undefined => turns[card.status] ?? (card.unread ? '有新进展，点开看看' : undefined)

/** Everything I sent, whatever became of it. */
export default function Mine() {
  const list = usePages('messages.mine', {})
  const first = useRef(true)
  useReachBottom(() => void list.more())
  usePullDownRefresh(() => void list.reload().then(endPullDown))
  useDidShow(() => {
    if (first.current) first.current = false
    else void list.reload()
  })
  const some = list.items.length > 0
  return (
    <Screen
      title='我的留言'
      bottom={
        some && (
          <Button block kind='primary' icon='edit' onTap={() => go(routes.post)}>
            我要留言
          </Button>
        )
      }
    >
      {list.loading && !some && <Skeleton kind='list' />}
      {list.items.map((card) => (
        <MessageCard key={card.id} card={card} onTap={() => go(routes.message(card.id))} note={noteOf(card)} />
      ))}
      {list.error && !some && <Problem error={list.error} onRetry={() => void list.reload()} />}
      {list.error && some && (
        <View className='list-end'>
          <Button icon='refresh' onTap={() => void (list.next === undefined ? list.reload() : list.more())}>
            {`${list.error.message.split('。')[0] ?? ''}，点这里再试`}
          </Button>
        </View>
      )}
      {list.ended && !some && <Empty icon='message' text='您还没有留言。身边有什么事，可以告诉代表。' action={{ label: '我要留言', onTap: () => go(routes.post) }} />}
      {list.loadingMore && <View className='list-end'>正在加载…</View>}
    </Screen>
  )
}
