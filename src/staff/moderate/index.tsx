import { View } from '@tarojs/components'

export default function Page() {
  return <View>审核</View>
}
