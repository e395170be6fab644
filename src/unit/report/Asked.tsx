import { View } from '@tarojs/components'
import type { MessagePage } from '#contract/views'
import { Card } from '../../components'
import { ago, nameOf, titleOf } from '../../message'

/** Who forwarded it, and what they asked the unit to do. */
export function Asked({ page }: { page: MessagePage }) {
  const last = page.timeline.filter((entry) => entry.type === 'forwarded').pop()
  if (!last) return null
  return (
    <Card>
      <View className='soft small'>
        {titleOf(last.by)} {nameOf(last.by)} · {ago(last.atMs)}转来
      </View>
      <View>{last.text ?? '请了解情况，在这里报告进展。'}</View>
    </Card>
  )
}
