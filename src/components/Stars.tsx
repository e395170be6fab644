import { View } from '@tarojs/components'
import { Icon } from './Icon'

const words = ['', '很不满意', '不满意', '一般', '满意', '很满意']

/** One to five. Without `onChange` it only shows. */
export function Stars({ value, onChange }: { value: number; onChange?: (value: number) => void }) {
  return (
    <View>
      <View className={`stars${onChange ? ' stars--set' : ' stars--read'}`} ariaLabel={value ? `${value} 星，${words[value] ?? ''}` : '还没有打分'}>
        {[1, 2, 3, 4, 5].map((star) => (
          <View
            key={star}
            className={`stars__one${star <= value ? ' stars__one--on' : ''}`}
            {...(onChange ? { ariaRole: 'button', ariaLabel: `${star} 星，${words[star] ?? ''}`, onClick: () => onChange(star) } : {})}
          >
            <Icon name={star <= value ? 'star-full' : 'star'} size={onChange ? 'l' : 's'} />
          </View>
        ))}
      </View>
      {onChange && <View className='soft small'>{words[value] || '点星星打分'}</View>}
    </View>
  )
}
