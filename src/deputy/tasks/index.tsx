import { View } from '@tarojs/components'
import { useState } from 'react'
import { settings } from '#settings'
import { Screen, Tabs } from '../../components'
import { useMe } from '../../data/useMe'
import { Box } from '../../message'
import { go } from '../../platform/navigate'
import { routes } from '../../platform/routes'

/** What a deputy has in hand, the oldest first, with what is left of its time. */
export default function Tasks() {
  const [box, setBox] = useState<'tasks' | 'done'>('tasks')
  const { data: me } = useMe()
  const waiting = me?.badges.tasks ?? 0
  return (
    <Screen title='交给我的留言'>
      <Tabs
        items={[
          { id: 'tasks', label: '待办', badge: waiting },
          { id: 'done', label: '办过的' },
        ]}
        value={box}
        onChange={setBox}
      />
      {box === 'tasks' && waiting > 0 && <View className='soft'>点开一条，可以答复、说说进展，或者转给承办单位。力争 {settings.deadlines.replyDays} 天内答复。</View>}
      <View className='gap' />
      <Box
        key={box}
        box={box}
        empty={box === 'tasks' ? '手上没有待办的留言，有新的会出现在这里。' : '还没有办过的留言。'}
        next={box === 'tasks' ? { label: '看看大家的留言', onTap: () => go(routes.messages) } : undefined}
        note={(card) => (card.unitName ? `已转 ${card.unitName}` : undefined)}
        onTap={(card) => go(routes.message(card.id))}
      />
    </Screen>
  )
}
