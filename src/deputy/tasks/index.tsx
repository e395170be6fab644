import { useState } from 'react'
import { Screen, Tabs } from '../../components'
import { useMe } from '../../data/useMe'
import { Box } from '../../message'
import { go } from '../../platform/navigate'
import { routes } from '../../platform/routes'

export default function Tasks() {
  const [box, setBox] = useState<'tasks' | 'done'>('tasks')
  const waiting = useMe().data?.badges.tasks ?? 0
  return (
    <Screen title='交给我的留言'>
      <Tabs
        items={[
          { id: 'tasks', label: '待办', badge: waiting },
          { id: 'done', label: '已答复' },
        ]}
        value={box}
        onChange={setBox}
      />
      <Box
        key={box}
        box={box}
        empty={box === 'tasks' ? '手上没有待办的留言。' : '还没有答复过留言。'}
        note={(card) => (card.unitName ? `已转 ${card.unitName}` : '')}
        onTap={(card) => go(routes.message(card.id))}
      />
    </Screen>
  )
}
