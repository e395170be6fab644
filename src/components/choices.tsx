import { Picker, Switch, View } from '@tarojs/components'
import { Icon } from './Icon'
import { Badge, Row } from './surface'

export interface Option<Id extends string = string> {
  id: Id
  label: string
}

/** What a screen reader says: Taro's View knows no aria-checked. */
const spoken = (label: string, on: boolean): string => (on ? `${label}，已选` : label)

interface ChoiceProps<Id extends string> {
  label: string
  options: readonly Option<Id>[]
  value: Id | undefined
  onChange: (id: Id) => void
}

/** A few choices side by side, one of them chosen: told by a frame and a tick, not by colour alone. */
export function Choices<Id extends string>({ label, options, value, onChange }: ChoiceProps<Id>) {
  return (
    <View className='choices' ariaRole='radiogroup' ariaLabel={label}>
      {options.map((option) => (
        <View
          key={option.id}
          className={`choice${option.id === value ? ' choice--on' : ''}`}
          ariaRole='radio'
          ariaLabel={spoken(option.label, option.id === value)}
          onClick={() => onChange(option.id)}
        >
          {option.id === value && <Icon name='check' size='s' />}
          {option.label}
        </View>
      ))}
    </View>
  )
}

/** As Choices, but any number of them. */
export function ManyChoices<Id extends string>({ label, options, value, onChange }: Omit<ChoiceProps<Id>, 'value' | 'onChange'> & { value: Id[]; onChange: (ids: Id[]) => void }) {
  return (
    <View className='choices' ariaLabel={label}>
      {options.map((option) => {
        const on = value.includes(option.id)
        return (
          <View
            key={option.id}
            className={`choice${on ? ' choice--on' : ''}`}
            ariaRole='checkbox'
            ariaLabel={spoken(option.label, on)}
            onClick={() => onChange(on ? value.filter((id) => id !== option.id) : [...value, option.id])}
          >
            {on && <Icon name='check' size='s' />}
            {option.label}
          </View>
        )
      })}
    </View>
  )
}

interface PickerProps<Id extends string> extends ChoiceProps<Id> {
  placeholder?: string
  last?: boolean
}

/** One of many, by the phone's own picker. */
export function PickerRow<Id extends string>({ label, options, value, onChange, placeholder = '请选择', last = false }: PickerProps<Id>) {
  const index = options.findIndex((option) => option.id === value)
  return (
    <Picker
      mode='selector'
      range={options.map((option) => option.label)}
      value={Math.max(0, index)}
      onChange={(event) => {
        const option = options[Number(event.detail.value)]
        if (option) onChange(option.id)
      }}
    >
      <Row label={label} value={options[index]?.label ?? placeholder} chosen={index >= 0} last={last} onTap={() => undefined} />
    </Picker>
  )
}

export function SwitchRow({ label, hint, on, onChange, last = false }: { label: string; hint?: string; on: boolean; onChange: (on: boolean) => void; last?: boolean }) {
  return (
    <View className={`row${last ? ' row--last' : ''}`}>
      <View className='row__label'>
        <View>{label}</View>
        {hint && <View className='soft small'>{hint}</View>}
      </View>
      <View className='row__value'>
        <Switch checked={on} color='#1B6E5A' ariaLabel={label} onChange={(event) => onChange(event.detail.value)} />
      </View>
    </View>
  )
}

export function Tabs<Id extends string>({ items, value, onChange }: { items: readonly (Option<Id> & { badge?: number })[]; value: Id; onChange: (id: Id) => void }) {
  return (
    <View className='tabs' ariaRole='tablist'>
      {items.map((item) => (
        <View key={item.id} className={`tab${item.id === value ? ' tab--on' : ''}`} ariaRole='tab' ariaLabel={spoken(item.label, item.id === value)} onClick={() => onChange(item.id)}>
          {item.label}
          <Badge count={item.badge ?? 0} />
        </View>
      ))}
    </View>
  )
}
