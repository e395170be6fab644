import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Badge, Card } from '../../components'

/** A card that is nothing but rows. */
export const Rows = ({ children }: { children: ReactNode }) => (
  <Card>
    <View className='rows'>{children}</View>
  </Card>
)

/** A number with what it counts, for those who hear the page. */
export const Waiting = ({ count, word }: { count: number | undefined; word: string }) => (
  <View {...(count ? { ariaLabel: `${count} ${word}` } : {})}>
    <Badge count={count ?? 0} />
  </View>
)
