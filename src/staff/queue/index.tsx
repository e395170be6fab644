import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Screen, Tabs } from '../../components'
import { useMe } from '../../data/useMe'
import { ago, Box } from '../../message'
import { go } from '../../platform/navigate'
import { routes } from '../../platform/routes'

type StaffBox = 'moderate' | 'route' | 'all'
const isBox = (value: string | undefined): value is StaffBox => value === 'moderate' || value === 'route' || value === 'all'

export default function Queue() {
  const { box: asked } = useRouter().params
  const [box, setBox] = useState<StaffBox>(isBox(asked) ? asked : 'moderate')
  const badges = useMe().data?.badges
  return (
    <Screen title='留言管理'>
      <Tabs
        items={[
          { id: 'moderate', label: '待审核', badge: badges?.moderate ?? 0 },
          { id: 'route', label: '待交办', badge: badges?.route ?? 0 },
          { id: 'all', label: '全部' },
        ]}
        value={box}
        onChange={setBox}
      />
      <Box
        key={box}
        box={box}
        empty='都处理完了。'
        note={(card) => [card.authorName, card.deputyName, card.unitName, box === 'all' ? undefined : `${ago(card.createdAtMs)}发出`].filter(Boolean).join(' · ')}
        onTap={(card) => go(box === 'moderate' ? routes.moderate(card.id) : box === 'route' ? routes.assign(card.id) : routes.message(card.id))}
      />
    </Screen>
  )
}
