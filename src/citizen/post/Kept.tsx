import { View } from '@tarojs/components'
import type { MessagePage } from '#contract/views'
import { Button, Notice } from '../../components'
import { go } from '../../platform/navigate'
import { confirm } from '../../platform/notice'
import { routes } from '../../platform/routes'
import type { unanswered } from './draft'

interface Props {
  restored: boolean
  /** A send whose answer never came. */
  waiting: ReturnType<typeof unanswered>
  /** What landed although its answer was lost, while the text was changed. */
  earlier: MessagePage | undefined
  busy: boolean
  onResend: () => void
  onDiscard: () => void
}

async function askToDiscard(discard: () => void, mayHaveLanded: boolean) {
  const text = mayHaveLanded ? '写好的文字和照片会一起清掉。上次那条可能已经送到，可以在“我的留言”里看。' : '写好的文字和照片会一起清掉。'
  if (await confirm({ title: '清空草稿？', text, yes: '清空', danger: true })) discard()
}

/** What became of the draft before this moment, and the way on. */
export function Kept({ restored, waiting, earlier, busy, onResend, onDiscard }: Props) {
  const drop = (label: string) => (
    <Button kind='quiet' onTap={() => void askToDiscard(onDiscard, waiting !== 'none')}>
      {label}
    </Button>
  )
  if (earlier) {
    return (
      <Notice tone='jade' icon='check-circle'>
        <View className='kept__title'>上一次其实发成功了</View>
        <View>改过的文字还在下面，没有发出。先看看那一条，再决定要不要另发。</View>
        <View className='kept__ways'>
          <Button onTap={() => go(routes.message(earlier.id))}>看看那一条</Button>
          {drop('不另发了')}
        </View>
      </Notice>
    )
  }
  if (waiting !== 'none') {
    return (
      <Notice tone='amber' icon='clock'>
        <View className='kept__title'>上次发送没等到回音</View>
        <View>{waiting === 'same' ? '可能已经送到，也可能没有。再发一次就清楚了，不会重复。' : '您后来又改过。再发时会先查清上次有没有送到，不会重复。'}</View>
        <View className='kept__ways'>
          {waiting === 'same' && (
            <Button icon='refresh' busy={busy} onTap={onResend}>
              再发一次
            </Button>
          )}
          {drop('不要了，重新写')}
        </View>
      </Notice>
    )
  }
  if (!restored) return null
  return (
    <Notice tone='blue' icon='info'>
      <View className='kept'>
        <View className='kept__text'>已恢复草稿</View>
        {drop('重新写')}
      </View>
    </Notice>
  )
}
