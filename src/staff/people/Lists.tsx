import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { settings } from '#settings'
import { deputyLevelLabels } from '#contract/vocabulary'
import type { StaffView } from '#contract/views'
import { Button, Card, Empty, PickerRow, Problem, Skeleton, TextField } from '../../components'
import { usePages } from '../../data/usePages'
import { useRead } from '../../data/useRead'
import { categoryName, townName, townOptions } from '../../message'
import { go } from '../../platform/navigate'
import { routes } from '../../platform/routes'
import type { Invitation } from './Code'
import { NewStaff } from './NewStaff'
import { Official } from './Official'

interface Props {
  onCode: (invitation: Invitation) => void
}

/** Beyond so many, one looks for a name instead of reading them all. */
const FEW = 6

/** Asked anew when one comes back from adding or changing somebody. */
function useAgain(reload: () => Promise<void>) {
  const first = useRef(true)
  useDidShow(() => {
    if (first.current) first.current = false
    else void reload()
  })
}

/** Who was closed comes last. */
const activeFirst = <T extends { active: boolean }>(list: readonly T[]): T[] => [...list.filter((one) => one.active), ...list.filter((one) => !one.active)]

export function Deputies({ onCode }: Props) {
  const [town, setTown] = useState<string>(settings.towns[0]?.id ?? '')
  const [name, setName] = useState('')
  const list = usePages('people.deputies', { town })
  const { next, more, error } = list
  useAgain(list.reload)
  useEffect(() => {
    if (next !== undefined && !error) void more()
  }, [next, error, more])

  const found = activeFirst(list.items).filter((deputy) => deputy.name.includes(name.trim()))
  const joined = list.items.filter((deputy) => deputy.bound).length
  return (
    <>
      <Card>
        <PickerRow label='镇、街道' options={townOptions} value={town} onChange={setTown} last={list.items.length <= FEW} />
        {list.items.length > FEW && (
          <>
            <View className='gap' />
            <TextField label='按姓名找' value={name} max={30} placeholder='姓名里的一两个字' onInput={setName} />
          </>
        )}
      </Card>
      <Button block icon='plus' onTap={() => go(routes.record('deputy'))}>
        添加代表
      </Button>
      <View className='gap' />
      {list.items.length > 0 && (
        <View className='soft small people__count'>
          {townName(town)} {list.items.length} 位代表，{joined} 位已加入
        </View>
      )}
      {list.loading && list.items.length === 0 && <Skeleton kind='list' />}
      {error && !list.loading && <Problem error={error} onRetry={() => void list.reload()} />}
      {found.map((deputy) => (
        <Official
          key={deputy.id}
          role='deputy'
          record={deputy}
          line={[deputyLevelLabels[deputy.level], deputy.constituency, deputy.subjects.length ? `关注${deputy.subjects.map(categoryName).join('、')}` : ''].filter(Boolean).join(' · ')}
          onCode={onCode}
          onChange={() => void list.reload()}
        />
      ))}
      {list.ended && found.length === 0 && <Empty icon='people' text={list.items.length ? '没有叫这个名字的代表，换个字试试。' : `${townName(town)}还没有代表，可以添加一位。`} />}
    </>
  )
}

export function Units({ onCode }: Props) {
  const list = useRead('people.units', {})
  useAgain(list.reload)
  return (
    <>
      <Button block icon='plus' onTap={() => go(routes.record('unit'))}>
        添加承办单位
      </Button>
      <View className='gap' />
      {!list.data && list.loading && <Skeleton kind='list' />}
      {list.error && !list.loading && <Problem error={list.error} onRetry={() => void list.reload()} />}
      {activeFirst(list.data?.items ?? []).map((unit) => (
        <Official key={unit.id} role='unit' record={unit} line={unit.subjects.length ? `负责${unit.subjects.map(categoryName).join('、')}` : ''} onCode={onCode} onChange={() => void list.reload()} />
      ))}
      {list.data?.items.length === 0 && <Empty icon='building' text='还没有承办单位，可以添加一个。' />}
    </>
  )
}

const roleLine = ({ role }: StaffView): string => (role === 'admin' ? '管理员' : '工作人员')

export function Staff({ onCode, mayInvite }: Props & { mayInvite: boolean }) {
  const list = useRead('people.staff', {})
  useAgain(list.reload)
  return (
    <>
      {mayInvite && <NewStaff onCode={onCode} onDone={() => void list.reload()} />}
      {!list.data && list.loading && <Skeleton kind='list' />}
      {list.error && !list.loading && <Problem error={list.error} onRetry={() => void list.reload()} />}
      {activeFirst(list.data?.items ?? []).map((person) => (
        <Official key={person.id} role={person.role} record={person} line={roleLine(person)} mayChange={mayInvite} onCode={onCode} onChange={() => void list.reload()} />
      ))}
      {!mayInvite && <View className='soft small center'>增减工作人员，请找管理员。</View>}
    </>
  )
}
