import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { deputyLevelLabels } from '#contract/vocabulary'
import { Card, Empty, PickerRow, Problem, Skeleton, TextField } from '../../components'
import { usePages } from '../../data/usePages'
import { categoryName, townOptions } from '../../message'
import { Face } from './Face'

/** Any deputy of a town, for the cases that no rule foresees; by name where a town has many. */
export function Others({ except, chosen, onChoose }: { except: string | undefined; chosen: string | undefined; onChoose: (id: string, name: string) => void }) {
  const [town, setTown] = useState<string>()
  return (
    <>
      <Card>
        <PickerRow label='哪个镇、街道' options={townOptions} value={town} onChange={setTown} last />
      </Card>
      {town && <OfTown key={town} town={town} except={except} chosen={chosen} onChoose={onChoose} />}
    </>
  )
}

const FEW = 6

function OfTown({ town, except, chosen, onChoose }: { town: string; except: string | undefined; chosen: string | undefined; onChoose: (id: string, name: string) => void }) {
  const list = usePages('people.deputies', { town })
  const [name, setName] = useState('')
  const { next, more, error } = list
  // A name is looked for among all of the town's deputies, so all of them are fetched: about a hundred at once.
  useEffect(() => {
    if (next !== undefined && !error) void more()
  }, [next, error, more])

  if (list.items.length === 0) {
    if (list.loading) return <Skeleton kind='list' />
    if (error) return <Problem error={error} onRetry={() => void list.reload()} />
  }
  const there = list.items.filter((deputy) => deputy.active && deputy.id !== except)
  const found = there.filter((deputy) => deputy.name.includes(name.trim()))
  return (
    <>
      {there.length > FEW && <TextField label='按姓名找' value={name} max={30} placeholder='姓名里的一两个字' onInput={setName} />}
      <View className='gap' />
      {found.map(({ id, name: who, level, constituency, subjects, bound }) => (
        <Face
          key={id}
          name={who}
          line={`${deputyLevelLabels[level]} · ${constituency}`}
          reasons={[...(bound ? [] : ['还没有加入小程序']), ...subjects.map((subject) => `关注${categoryName(subject)}`)]}
          chosen={id === chosen}
          onTap={() => onChoose(id, who)}
        />
      ))}
      {found.length === 0 && <Empty icon='people' text={there.length ? '没有叫这个名字的代表，换个字试试。' : '这里还没有可以交办的代表，换个镇看看。'} />}
    </>
  )
}
