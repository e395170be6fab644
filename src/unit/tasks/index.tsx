import { View } from '@tarojs/components'
import { useState } from 'react'
import { Screen, Tabs } from '../../components'
import { useMe } from '../../data/useMe'
import { Box } from '../../message'
import { go } from '../../platform/navigate'
import { routes } from '../../platform/routes'

/** What was forwarded to a unit, the oldest first, with what is left of its time. */
export default function Tasks() {
  const [box, setBox] = useState<'tasks' | 'done'>('tasks')
  const { data: me } = useMe()
  const waiting = me?.badges.tasks ?? 0
  return (
    <Screen title='转给我们的留言'>
      <Tabs
        items={[
          { id: 'tasks', label: '待办', badge: waiting },
          { id: 'done', label: '办过的' },
        ]}
        value={box}
        onChange={setBox}
      />
      {box === 'tasks' && waiting > 0 && <View className='soft'>点开一条，报告进展或办结，可以附照片。</View>}
      <View className='gap' />
      <Box
        key={box}
        box={box}
        empty={box === 'tasks' ? '没有待办的留言，代表转来的会出现在这里。' : '还没有办过的留言。'}
        next={box === 'tasks' ? { label: '看看大家的留言', onTap: () => go(routes.messages) } : undefined}
        note={(card) => (card.deputyName ? `代表 ${card.deputyName} 转来` : undefined)}
        onTap={(card) => go(routes.message(card.id))}
      />
    </Screen>
  )
}
