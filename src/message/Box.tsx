import { View } from '@tarojs/components'
import { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { useRef } from 'react'
import type { Box as BoxName } from '#contract'
import type { MessageCard as Card } from '#contract/views'
import { Button, Empty, Problem, Skeleton } from '../components'
import { usePages } from '../data/usePages'
import { endPullDown } from '../platform/page'
import { MessageCard } from './MessageCard'

interface Props {
  box: BoxName
  empty: string
  /** What to do when nothing is left here. */
  next?: { label: string; onTap: () => void } | undefined
  note: (card: Card) => string | undefined
  onTap: (card: Card) => void
}

/** An official's list: the oldest first, asked anew whenever one comes back to it. */
export function Box({ box, empty, next, note, onTap }: Props) {
  const list = usePages('messages.box', { box })
  const first = useRef(true)
  useReachBottom(() => void list.more())
  usePullDownRefresh(() => void list.reload().then(endPullDown))
  useDidShow(() => {
    if (first.current) first.current = false
    else void list.reload()
  })

  if (list.items.length === 0) {
    if (list.loading) return <Skeleton kind='list' />
    if (list.error) return <Problem error={list.error} onRetry={() => void list.reload()} />
    return <Empty icon='check-circle' text={empty} {...(next ? { action: next } : {})} />
  }
  return (
    <>
      {list.items.map((card) => (
        <MessageCard key={card.id} card={card} onTap={() => onTap(card)} note={note(card)} />
      ))}
      {list.error && (
        <View className='list-end'>
          <View>{list.error.message}</View>
          <Button kind='quiet' onTap={() => void (list.next === undefined ? list.reload() : list.more())}>
            再试一次
          </Button>
        </View>
      )}
      {list.loadingMore && <View className='list-end'>正在加载…</View>}
      {list.ended && <View className='list-end'>已经到底了</View>}
    </>
  )
}
