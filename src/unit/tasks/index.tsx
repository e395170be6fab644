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
    <Screen title='转给我们的留言'>
      <Tabs
        items={[
          { id: 'tasks', label: '待办', badge: waiting },
          { id: 'done', label: '已办' },
        ]}
        value={box}
        onChange={setBox}
      />
      <Box
        key={box}
        box={box}
        empty={box === 'tasks' ? '没有待办的留言。' : '还没有办结的留言。'}
        note={(card) => (card.deputyName ? `${card.deputyName}转来` : '')}
        onTap={(card) => go(routes.message(card.id))}
      />
    </Screen>
  )
}
