import { View } from '@tarojs/components'
import { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useRef } from 'react'
import type { Box as BoxName } from '#contract'
import type { MessageCard as Card } from '#contract/views'
import { Empty, Problem, Skeleton } from '../components'
import { usePages } from '../data/usePages'
import { endPullDown } from '../platform/page'
import { MessageCard } from './MessageCard'

interface Props {
  box: BoxName
  empty: string
  note: (card: Card) => string
  onTap: (card: Card) => void
}

/** An official's list: the oldest first, asked anew whenever one comes back to it. */
export function Box({ box, empty, note, onTap }: Props) {
  const list = usePages('messages.box', { box })
  const first = useRef(true)
  useReachBottom(() => void list.more())
  usePullDownRefresh(() => void list.reload().then(endPullDown))
  useDidShow(() => {
    if (first.current) first.current = false
    else void list.reload()
  })
  return (
    <>
      {list.loading && list.items.length === 0 && <Skeleton kind='list' />}
      {list.items.map((card) => (
        <MessageCard key={card.id} card={card} onTap={() => onTap(card)} note={note(card)} />
      ))}
      {list.error && <Problem error={list.error} onRetry={() => void list.reload()} />}
      {list.ended && list.items.length === 0 && <Empty icon='check-circle' text={empty} />}
      {list.loadingMore && <View className='list-end'>正在加载…</View>}
    </>
  )
}
