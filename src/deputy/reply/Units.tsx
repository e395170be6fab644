import { View } from '@tarojs/components'
import { Choices, Problem, Skeleton } from '../../components'
import { useRead } from '../../data/useRead'
import { categoryName } from '../../message'

/** The units to choose from, those that look after the message's category first. */
export function Units({ category, present, value, onChange }: { category: string; present: string | undefined; value: string; onChange: (id: string, name: string) => void }) {
  const units = useRead('people.units', {})
  if (!units.data) return units.error && !units.loading ? <Problem error={units.error} onRetry={() => void units.reload()} /> : <Skeleton kind='list' />

  const there = units.data.items.filter((unit) => unit.active && unit.id !== present)
  const fitting = there.filter((unit) => unit.subjects.includes(category))
  const others = there.filter((unit) => !unit.subjects.includes(category))
  const choose = (id: string) => onChange(id, there.find((unit) => unit.id === id)?.name ?? '')
  const chosen = there.find((unit) => unit.id === value)
  const options = (list: typeof there) => list.map(({ id, name }) => ({ id, label: name }))
  return (
    <>
      {there.length === 0 && <View className='soft'>还没有可以转交的单位，请联系工作人员添加。</View>}
      {fitting.length > 0 && (
        <>
          <View className='soft small reply__group'>负责{categoryName(category)}</View>
          <Choices label={`负责${categoryName(category)}的单位`} options={options(fitting)} value={value} onChange={choose} />
        </>
      )}
      {others.length > 0 && (
        <>
          <View className='soft small reply__group'>{fitting.length ? '其他单位' : '全部单位'}</View>
          <Choices label='其他单位' options={options(others)} value={value} onChange={choose} />
        </>
      )}
      {chosen && !chosen.bound && <View className='wrong'>这个单位还没有加入小程序，转交后请打电话告诉他们。</View>}
    </>
  )
}
