import { View } from '@tarojs/components'
import { settings } from '#settings'
import type { MessagePage } from '#contract/views'
import { Button, Notice } from '../../components'
import { dial } from '../../platform/phone'

/** What the author needs to know first: why it is not public, and what to do about it. */
export function AuthorNote({ page }: { page: MessagePage }) {
  if (!page.isAuthor) return null
  const { state, reason } = page.moderation
  const { office } = settings.phones
  const call = (
    <Button kind='quiet' icon='phone' onTap={() => dial(office.number)}>
      {`打电话问问 ${office.number}`}
    </Button>
  )
  switch (state) {
    case 'pending':
      return (
        <Notice tone='blue' icon='clock'>
          已收到，工作人员一般在 {settings.deadlines.moderateDays} 天内审核。{page.visibility === 'public' ? '通过后大家都能看到。' : '通过后交给代表，不公开。'}
        </Notice>
      )
    case 'changesAsked':
      return (
        <Notice tone='amber' icon='edit'>
          <View>工作人员请您修改：{reason}</View>
          <View>改好再发，不用重写。</View>
        </Notice>
      )
    case 'rejected':
      return (
        <Notice tone='accent' icon='alert'>
          <View>没有通过审核：{reason}</View>
          <View>您可以换一种写法另发一条，或者打电话说明情况。</View>
          {call}
        </Notice>
      )
    case 'hidden':
      return (
        <Notice tone='amber' icon='eye-off'>
          <View>这条留言暂时没有公开{reason ? `：${reason}` : ''}。办理不受影响。</View>
          {call}
        </Notice>
      )
    default:
      return null
  }
}
