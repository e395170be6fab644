import { View } from '@tarojs/components'

export default function Page() {
  return <View>工作台</View>
}
