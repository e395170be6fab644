import { View } from '@tarojs/components'

export type IconName =
  | 'home' | 'message' | 'pin' | 'user' | 'people' | 'thumb' | 'thumb-full' | 'clock' | 'check' | 'check-circle'
  | 'chevron-right' | 'chevron-left' | 'chevron-down' | 'plus' | 'camera' | 'lock' | 'eye' | 'eye-off' | 'phone' | 'alert'
  | 'edit' | 'trash' | 'send' | 'building' | 'star' | 'star-full' | 'filter' | 'close' | 'refresh' | 'share' | 'inbox'
  | 'shield' | 'info' | 'key' | 'type'

/** A mask in the colour of the text around it (styles/icons.scss). Never alone: a word stands beside it. */
export function Icon({ name, size = 'm' }: { name: IconName; size?: 's' | 'm' | 'l' }) {
  return <View className={`icon icon--${name}${size === 'm' ? '' : ` icon--${size}`}`} />
}
