import { View } from '@tarojs/components'

export default function Page() {
  return <View>答复</View>
}
