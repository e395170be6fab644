import { View } from '@tarojs/components'
import { Chip, Icon } from '../../components'

interface Props {
  name: string
  line: string
  /** Why this one, or what speaks against it. */
  reasons: readonly string[]
  best?: boolean
  chosen: boolean
  onTap: () => void
}

/** One deputy to choose, with what a person needs to know to choose. */
export function Face({ name, line, reasons, best = false, chosen, onTap }: Props) {
  return (
    <View className={`candidate${chosen ? ' candidate--on' : ''}`} ariaRole='radio' ariaLabel={`${name}，${line}，${reasons.join('，')}${chosen ? '，已选' : ''}`} onClick={onTap}>
      <View className='candidate__head'>
        <View className={`candidate__ring${chosen ? ' candidate__ring--on' : ''}`}>{chosen && <Icon name='check' size='s' />}</View>
        <View className='candidate__name'>{name}</View>
        {best && <Chip tone='jade'>推荐</Chip>}
      </View>
      <View className='soft small'>{line}</View>
      {reasons.length > 0 && (
        <View className='candidate__reasons'>
          {reasons.map((reason) => (
            <Chip key={reason} tone='grey'>
              {reason}
            </Chip>
          ))}
        </View>
      )}
    </View>
  )
}
