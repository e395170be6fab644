import { View } from '@tarojs/components'
import * as v from 'valibot'
import { contract } from '#contract'
import { settings } from '#settings'
export default function Page() {
  return <View>{settings.district}{String(v.safeParse(contract['messages.list'].input, {}).success)}</View>
}
