import { View } from '@tarojs/components'

export default function Page() {
  return <View>先认识一下</View>
}
