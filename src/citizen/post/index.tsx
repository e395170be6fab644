import { View } from '@tarojs/components'

export default function Page() {
  return <View>我要留言</View>
}
