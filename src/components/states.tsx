import { View } from '@tarojs/components'
import { settings } from '#settings'
import { dial } from '../platform/phone'
import type { CallError } from '../platform/result'
import { Button } from './Button'
import { Icon, type IconName } from './Icon'

/** Something to hold the place of what comes, in its shape. */
export function Skeleton({ kind }: { kind: 'list' | 'page' }) {
  const card = (key: number) => (
    <View key={key} className='bones'>
      <View className='bone bone--chip' />
      <View className='bone' />
      <View className='bone bone--short' />
      <View className='bone bone--last' />
    </View>
  )
  const page = (
    <>
      <View className='bones'>
        <View className='bone bone--chip' />
        <View className='bone' />
        <View className='bone bone--short' />
        <View className='bone--row'>
          {[0, 1, 2].map((key) => (
            <View key={key} className='bone bone--photo' />
          ))}
        </View>
      </View>
      <View className='bones'>
        <View className='bone bone--chip' />
        {[0, 1, 2, 3].map((key) => (
          <View key={key} className='bone bone--step' />
        ))}
      </View>
    </>
  )
  return (
    <View ariaLabel='正在打开' ariaRole='status'>
      {kind === 'list' ? [0, 1, 2, 3].map(card) : page}
    </View>
  )
}

/** Nothing here: one sentence and what to do next. */
export function Empty({ icon, text, action }: { icon: IconName; text: string; action?: { label: string; onTap: () => void } }) {
  return (
    <View className='empty'>
      <View className='empty__icon'>
        <Icon name={icon} size='l' />
      </View>
      <View>{text}</View>
      {action && (
        <View className='empty__action'>
          <Button onTap={action.onTap}>{action.label}</Button>
        </View>
      )}
    </View>
  )
}

/** What went wrong, as a sentence, with a way on and a number to call. */
export function Problem({ error, onRetry }: { error: CallError; onRetry?: (() => void) | undefined }) {
  const { office } = settings.phones
  return (
    <View className='empty' ariaRole='alert'>
      <View className='empty__icon'>
        <Icon name='alert' size='l' />
      </View>
      <View>{error.message}</View>
      {onRetry && (
        <View className='empty__action'>
          <Button icon='refresh' onTap={onRetry}>
            再试一次
          </Button>
        </View>
      )}
      <View className='empty__action'>
        <Button kind='quiet' icon='phone' onTap={() => dial(office.number)}>
          {`打电话 ${office.number}`}
        </Button>
      </View>
    </View>
  )
}

/** Numbers for what cannot wait, where somebody may be writing about it. */
export function EmergencyLine() {
  return (
    <View className='emergency'>
      <View>遇到紧急情况，请直接打电话：</View>
      <View className='emergency__row'>
        {settings.phones.emergency.map(({ number, name, when }) => (
          <View key={number} className='emergency__one' ariaRole='button' ariaLabel={`拨打 ${number}，${name}，${when}`} onClick={() => dial(number)}>
            <View className='emergency__number num'>{number}</View>
            {name}
          </View>
        ))}
      </View>
    </View>
  )
}
