import { View } from '@tarojs/components'
import { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useRef } from 'react'
import { Empty, Problem, Screen, Skeleton } from '../../components'
import { usePages } from '../../data/usePages'
import { MessageCard } from '../../message'
import { go } from '../../platform/navigate'
import { endPullDown } from '../../platform/page'
import { routes } from '../../platform/routes'

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
  return (
    <Screen title='我的留言'>
      {list.loading && list.items.length === 0 && <Skeleton kind='list' />}
      {list.items.map((card) => (
        <MessageCard key={card.id} card={card} onTap={() => go(routes.message(card.id))} note={card.unread ? '有新进展，点开看看' : undefined} />
      ))}
      {list.error && list.items.length === 0 && <Problem error={list.error} onRetry={() => void list.reload()} />}
      {list.ended && list.items.length === 0 && (
        <Empty icon='message' text='您还没有留言。身边有什么事，可以告诉代表。' action={{ label: '我要留言', onTap: () => go(routes.post) }} />
      )}
      {list.loadingMore && <View className='list-end'>正在加载…</View>}
    </Screen>
  )
}
