import { View } from '@tarojs/components'
import { verdictLabels } from '#contract/vocabulary'
import type { MessagePage } from '#contract/views'
import { Card, Chip, Stars } from '../../components'

/** The verdict whose word waits for a person: it comes first, it is what there is to decide. */
export function Word({ page }: { page: MessagePage }) {
  const { verdict } = page
  if (!page.abilities.decideWord || !verdict?.word) return null
  return (
    <Card>
      <View className='h3'>评价里的话，请您审核</View>
      <View className='word__text'>“{verdict.word}”</View>
      <View className='word__result'>
        <Chip tone={verdict.result === 'solved' ? 'jade' : 'amber'} icon={verdict.result === 'solved' ? 'check-circle' : 'refresh'}>
          {verdictLabels[verdict.result]}
        </Chip>
        <Stars value={verdict.stars} />
      </View>
    </Card>
  )
}
