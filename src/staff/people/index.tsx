import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { settings } from '#settings'
import { deputyLevelLabels } from '#contract/vocabulary'
import { Button, Card, Empty, PickerRow, Problem, Screen, Skeleton, Tabs } from '../../components'
import { useMe } from '../../data/useMe'
import { usePages } from '../../data/usePages'
import { useRead } from '../../data/useRead'
import { categoryName, townOptions } from '../../message'
import { go } from '../../platform/navigate'
import { routes } from '../../platform/routes'
import { Official } from './Official'
import { NewStaff } from './NewStaff'

type Kind = 'deputies' | 'units' | 'staff'

function Deputies() {
  const [town, setTown] = useState<string>(settings.towns[0]?.id ?? '')
  const list = usePages('people.deputies', { town })
  useAgain(list.reload)
  return (
    <>
      <Card>
        <PickerRow label='镇、街道' options={townOptions} value={town} onChange={setTown} last />
      </Card>
      {list.loading && list.items.length === 0 && <Skeleton kind='list' />}
      {list.error && <Problem error={list.error} onRetry={() => void list.reload()} />}
      {list.items.map((deputy) => (
        <Official
          key={deputy.id}
          role='deputy'
          record={deputy}
          line={`${deputyLevelLabels[deputy.level]} · ${deputy.constituency} · ${deputy.subjects.map(categoryName).join('、')}`}
          onChange={() => void list.reload()}
        />
      ))}
      {list.next !== undefined && (
        <Button kind='quiet' onTap={() => void list.more()}>
          更多
        </Button>
      )}
      {list.ended && list.items.length === 0 && <Empty icon='people' text='这里还没有代表。' />}
      <Button block icon='plus' onTap={() => go(routes.record('deputy'))}>
        添加代表
      </Button>
    </>
  )
}

function Units() {
  const list = useRead('people.units', {})
  useAgain(list.reload)
  return (
    <>
      {!list.data && list.loading && <Skeleton kind='list' />}
      {list.error && <Problem error={list.error} onRetry={() => void list.reload()} />}
      {list.data?.items.map((unit) => (
        <Official key={unit.id} role='unit' record={unit} line={unit.subjects.map(categoryName).join('、')} onChange={() => void list.reload()} />
      ))}
      <Button block icon='plus' onTap={() => go(routes.record('unit'))}>
        添加承办单位
      </Button>
    </>
  )
}

function Staff({ mayInvite }: { mayInvite: boolean }) {
  const list = useRead('people.staff', {})
  useAgain(list.reload)
  return (
    <>
      {!list.data && list.loading && <Skeleton kind='list' />}
      {list.error && <Problem error={list.error} onRetry={() => void list.reload()} />}
      {list.data?.items.map((person) => (
        <Official key={person.id} role={person.role} record={person} line={person.role === 'admin' ? '管理员' : '工作人员'} mayChange={mayInvite} onChange={() => void list.reload()} />
      ))}
      {mayInvite ? <NewStaff onDone={() => void list.reload()} /> : <View className='soft center'>邀请工作人员请找管理员。</View>}
    </>
  )
}

/** Asked anew when one comes back from adding or changing somebody. */
function useAgain(reload: () => Promise<void>) {
  const first = useRef(true)
  useDidShow(() => {
    if (first.current) first.current = false
    else void reload()
  })
}

export default function People() {
  const me = useMe()
  const [kind, setKind] = useState<Kind>('deputies')
  return (
    <Screen title='代表、单位和工作人员'>
      <Tabs
        items={[
          { id: 'deputies', label: '代表' },
          { id: 'units', label: '承办单位' },
          { id: 'staff', label: '工作人员' },
        ]}
        value={kind}
        onChange={setKind}
      />
      {kind === 'deputies' && <Deputies />}
      {kind === 'units' && <Units />}
      {kind === 'staff' && <Staff mayInvite={me.data?.role === 'admin'} />}
    </Screen>
  )
}
