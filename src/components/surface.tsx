import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'

export type Tone = 'amber' | 'jade' | 'blue' | 'accent' | 'grey'

export const Card = ({ children, onTap, label }: { children: ReactNode; onTap?: () => void; label?: string }) => (
  <View className='card' {...(onTap ? { onClick: onTap, ariaRole: 'link' } : {})} {...(label ? { ariaLabel: label } : {})}>
    {children}
  </View>
)

/** A state in colour, shape and word. */
export const Chip = ({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) => (
  <View className={`chip chip--${tone}`}>
    {icon && <Icon name={icon} size='s' />}
    {children}
  </View>
)

export const Badge = ({ count }: { count: number }) =>
  count > 0 ? <View className='badge'>{count > 99 ? '99+' : count}</View> : null

/** A calm sentence that matters now. */
export const Notice = ({ tone, icon, children }: { tone: Exclude<Tone, 'grey'>; icon: IconName; children: ReactNode }) => (
  <View className={`notice notice--${tone}`}>
    <Icon name={icon} />
    <View className='notice__text'>{children}</View>
  </View>
)

interface RowProps {
  icon?: IconName
  label: string
  value?: ReactNode
  chosen?: boolean
  last?: boolean
  onTap?: () => void
}
export const Row = ({ icon, label, value, chosen = false, last = false, onTap }: RowProps) => (
  <View className={`row${last ? ' row--last' : ''}`} {...(onTap ? { onClick: onTap, ariaRole: 'button' } : {})}>
    {icon && (
      <View className='row__icon'>
        <Icon name={icon} />
      </View>
    )}
    <View className='row__label'>{label}</View>
    <View className={`row__value${chosen ? ' row__value--chosen' : ''}`}>{value}</View>
    {onTap && (
      <View className='row__more'>
        <Icon name='chevron-right' size='s' />
      </View>
    )}
  </View>
)
