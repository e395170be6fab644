import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { back, depth } from '../platform/navigate'
import { isH5, useTitle } from '../platform/page'
import { PersonaBar } from '../platform/PersonaBar'
import { useElder } from '../platform/preferences'
import { Icon } from './Icon'

interface Props {
  title: string
  /** A page of the tab bar: it has nothing to go back to and draws its own head. */
  tab?: boolean
  /** The bar at the thumb. */
  bottom?: ReactNode
  children: ReactNode
}

/** Every page's frame: theme, elder mode, and on H5 the title bar that WeChat draws by itself. */
export function Screen({ title, tab = false, bottom, children }: Props) {
  const [elder] = useElder()
  useTitle(title)
  return (
    <View className={`theme${elder ? ' theme--elder' : ''}`}>
      <PersonaBar />
      {isH5 && !tab && (
        <View className='nav'>
          <View className='nav__back' ariaRole='button' ariaLabel={depth() > 1 ? '返回' : '回到留言'} onClick={back}>
            <Icon name='chevron-left' />
          </View>
          <View className='nav__title' ariaRole='heading'>
            {title}
          </View>
        </View>
      )}
      <View className={`screen__body${bottom ? ' screen__body--bar' : ''}`}>{children}</View>
      {bottom && <View className='bar'>{bottom}</View>}
    </View>
  )
}

/** Buttons side by side in the bottom bar. */
export function BarRow({ children }: { children: ReactNode[] }) {
  const shown = children.filter(Boolean)
  return (
    <View className='bar__row'>
      {shown.map((child, index) => (
        <View key={index} className={`bar__cell${index === shown.length - 1 ? ' bar__cell--wide' : ''}`}>
          {child}
        </View>
      ))}
    </View>
  )
}
