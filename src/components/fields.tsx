import { Input, Textarea, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countCharacters } from '#contract/fields'

interface FieldProps {
  label: string
  value: string
  max: number
  placeholder?: string
  /** What is wrong with it, as a sentence beside the field. */
  error?: string | undefined
  onInput: (value: string) => void
}

const Wrong = ({ error }: { error?: string | undefined }) =>
  error ? (
    <View className='wrong' ariaRole='alert'>
      {error}
    </View>
  ) : null

/** Longer text. The limit is counted in characters and told, not cut off: nobody loses what they wrote. */
export function TextArea({ label, value, max, placeholder, error, onInput, note }: FieldProps & { note?: ReactNode }) {
  const count = countCharacters(value)
  return (
    <View className='field'>
      <Textarea
        className='field__area'
        value={value}
        maxlength={-1}
        autoHeight
        ariaLabel={label}
        placeholder={placeholder ?? ''}
        placeholderClass='field__hint'
        onInput={(event) => onInput(event.detail.value)}
      />
      <View className='field__foot'>
        <View>{note}</View>
        <View className={count > max ? 'wrong num' : 'num'}>
          {count} / {max}
        </View>
      </View>
      <Wrong error={error} />
    </View>
  )
}

export function TextField({ label, value, max, placeholder, error, onInput, type = 'text' }: FieldProps & { type?: 'text' | 'nickname' }) {
  return (
    <View className='field'>
      <View className='field__label'>{label}</View>
      <Input
        className='field__input'
        type={type}
        value={value}
        maxlength={max * 2}
        ariaLabel={label}
        placeholder={placeholder ?? ''}
        placeholderClass='field__hint'
        onInput={(event) => onInput(event.detail.value)}
        // A nickname taken from WeChat's own proposal arrives without an input event.
        onBlur={(event) => {
          if (type === 'nickname' && event.detail.value !== value) onInput(event.detail.value)
        }}
      />
      <Wrong error={error} />
    </View>
  )
}
