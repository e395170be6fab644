import { Picker, View } from '@tarojs/components'
import { stageLabels, stages, type Stage } from '#contract/vocabulary'
import { Icon, type Option } from '../../components'
import { categoryOptions, townOptions } from '../../message'

export interface Filter {
  town?: string
  category?: string
  stage?: Stage
}

const stageOptions = stages.map((id) => ({ id, label: stageLabels[id] }))

function One<Id extends string>({ what, options, value, onChange }: { what: string; options: readonly Option<Id>[]; value: Id | undefined; onChange: (id: Id | undefined) => void }) {
  const index = options.findIndex((option) => option.id === value)
  return (
    <Picker
      className='filters__one'
      mode='selector'
      range={[`全部${what}`, ...options.map((option) => option.label)]}
      value={index + 1}
      onChange={(event) => onChange(options[Number(event.detail.value) - 1]?.id)}
    >
      <View className={`filters__face${value ? ' filters__face--on' : ''}`} ariaRole='button' ariaLabel={`按${what}筛选，现为${options[index]?.label ?? '全部'}`}>
        <View className='filters__word'>{options[index]?.label ?? what}</View>
        <Icon name='chevron-down' size='s' />
      </View>
    </Picker>
  )
}

export function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const set = <Field extends keyof Filter>(field: Field, value: Filter[Field]) => {
    const { [field]: _old, ...rest } = filter
    onChange(value === undefined ? rest : { ...rest, [field]: value })
  }
  return (
    <View className='filters'>
      <One what='地区' options={townOptions} value={filter.town} onChange={(town) => set('town', town)} />
      <One what='类别' options={categoryOptions} value={filter.category} onChange={(category) => set('category', category)} />
      <One what='进展' options={stageOptions} value={filter.stage} onChange={(stage) => set('stage', stage)} />
    </View>
  )
}
