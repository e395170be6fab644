import { View } from '@tarojs/components'
import { useDidShow, usePullDownRefresh, useReachBottom, useShareAppMessage } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { settings } from '#settings'
import { Button, Empty, Problem, Screen, Skeleton, Tabs } from '../../components'
import { usePages } from '../../data/usePages'
import { MessageCard, useLike } from '../../message'
import { go } from '../../platform/navigate'
import { endPullDown } from '../../platform/page'
import { routes } from '../../platform/routes'
import { Filters, type Filter } from './Filters'
import { Head } from './Head'
import './index.scss'

const sorts = [
  { id: 'newest', label: '最新' },
  { id: 'hottest', label: '最热' },
] as const

/** Coming back after so long, the list is asked anew; sooner it stays where the reader left it. */
const STALE_MS = 5 * 60_000

export default function Messages() {
  const [sort, setSort] = useState<'newest' | 'hottest'>('newest')
  const [filter, setFilter] = useState<Filter>({})
  const list = usePages('messages.list', { sort, ...filter })
  const like = useLike(list.patch)
  const shownAt = useRef(Date.now())

  useReachBottom(() => void list.more())
  usePullDownRefresh(() => void list.reload().then(endPullDown))
  useDidShow(() => {
    if (Date.now() - shownAt.current > STALE_MS) void list.reload()
    shownAt.current = Date.now()
  })
  useShareAppMessage(() => ({ title: `${settings.platformName}：有事想说，代表在听`, path: routes.messages }))

  const filtered = Object.keys(filter).length > 0
  return (
    <Screen title={settings.platformName} tab>
      <Head />
      <Tabs items={sorts} value={sort} onChange={setSort} />
      <Filters filter={filter} onChange={setFilter} />
      {list.loading && list.items.length === 0 && <Skeleton kind='list' />}
      {list.items.map((card) => (
        <MessageCard key={card.id} card={card} onTap={() => go(routes.message(card.id))} onLike={() => void like(card)} />
      ))}
      {list.error && list.items.length === 0 && <Problem error={list.error} onRetry={() => void list.reload()} />}
      {list.error && list.items.length > 0 && (
        <View className='list-end'>
          <View>{list.error.message}</View>
          <Button kind='quiet' onTap={() => void (list.next ? list.more() : list.reload())}>
            再试一次
          </Button>
        </View>
      )}
      {list.ended && list.items.length === 0 && (
        <Empty
          icon='inbox'
          text={filtered ? '这里还没有留言，换个条件看看。' : '还没有公开的留言，您可以写下第一条。'}
          action={filtered ? { label: '看全部留言', onTap: () => setFilter({}) } : { label: '我要留言', onTap: () => go(routes.post) }}
        />
      )}
      {list.loadingMore && <View className='list-end'>正在加载…</View>}
      {list.ended && list.items.length > 0 && <View className='list-end'>已经到底了</View>}
    </Screen>
  )
}
