import { View } from '@tarojs/components'

export default function Page() {
  return <View>人员资料</View>
}
