import { Button as TaroButton } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'

interface Props {
  /** `accent`: a choice already made that can be taken back, such as a like. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'accent'
  onTap: () => void
  disabled?: boolean
  /** On its way: says so and takes no second tap. */
  busy?: boolean
  icon?: IconName
  block?: boolean
  label?: string
  children: ReactNode
}

export function Button({ kind = 'secondary', onTap, disabled = false, busy = false, icon, block = false, label, children }: Props) {
  const off = disabled || busy
  return (
    <TaroButton
      className={`button button--${kind}${block ? ' button--block' : ''}${off ? ' button--off' : ''}`}
      hoverClass='button--pressed'
      {...(off ? { disabled: true } : {})}
      {...(label ? { ariaLabel: label } : {})}
      onClick={() => {
        if (!off) onTap()
      }}
    >
      {icon && <Icon name={icon} />}
      {busy ? '正在发送…' : children}
    </TaroButton>
  )
}
