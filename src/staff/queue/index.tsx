import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { MessageCard } from '#contract/views'
import { Screen, Tabs } from '../../components'
import { useMe } from '../../data/useMe'
import { Box } from '../../message'
import { go } from '../../platform/navigate'
import { routes } from '../../platform/routes'
import { noteOf } from './note'

const boxes = ['moderate', 'route', 'all'] as const
type StaffBox = (typeof boxes)[number]
const isBox = (value: string | undefined): value is StaffBox => boxes.some((box) => box === value)

const targets: Record<StaffBox, (id: string) => string> = { moderate: routes.moderate, route: routes.assign, all: routes.message }

/** What waits for the office, the oldest first. */
export default function Queue() {
  const asked = useRouter().params.box
  const [box, setBox] = useState<StaffBox>(isBox(asked) ? asked : 'moderate')
  const { data: me } = useMe()

  const { moderate = 0, route = 0 } = me?.badges ?? {}
  const tabs = [
    { id: 'moderate', label: '待审核', badge: moderate },
    { id: 'route', label: '待交办', badge: route },
    { id: 'all', label: '全部' },
  ] as const
  const other = box === 'moderate' ? 'route' : 'moderate'
  const rest = me?.badges[other] ?? 0
  const next = box !== 'all' && rest > 0 ? { label: other === 'route' ? `去交办 ${rest} 条` : `去审核 ${rest} 条`, onTap: () => setBox(other) } : undefined
  const open = (card: MessageCard) => go(targets[box](card.id))

  return (
    <Screen title='留言工作台'>
      <Tabs items={tabs} value={box} onChange={setBox} />
      <Box key={box} box={box} empty={box === 'all' ? '还没有人留言。' : '都处理完了，辛苦了。'} next={next} note={(card) => noteOf(card, box)} onTap={open} />
    </Screen>
  )
}
