import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { settings } from '#settings'
import type { MessagePage } from '#contract/views'
import { Button, Notice, type IconName, type Tone } from '../../components'
import { dial } from '../../platform/phone'

interface Note {
  tone: Exclude<Tone, 'grey'>
  icon: IconName
  title: string
  reason?: string | undefined
  way: string
  /** Whether somebody to talk to is a part of the way on. */
  call?: boolean
}

function noteOf({ moderation: { state, reason }, visibility, abilities }: MessagePage): Note | undefined {
  switch (state) {
    case 'pending':
      return {
        tone: 'blue',
        icon: 'clock',
        title: '已经收到您的留言',
        way: `一般 ${settings.deadlines.moderateDays} 天内审核好，${visibility === 'public' ? '通过后大家都能看到。' : '通过后交给代表，不公开。'}`,
      }
    case 'changesAsked':
      return { tone: 'amber', icon: 'edit', title: '请您改一改再发', reason, way: '您写的都还在，改好再发就行。' }
    case 'rejected':
      return {
        tone: 'accent',
        icon: 'alert',
        title: '这条留言没有通过审核',
        reason,
        way: abilities.edit ? '您可以改好再发一次，也可以打电话说明情况。' : '您可以换一种写法另发一条，也可以打电话说明情况。',
        call: true,
      }
    case 'hidden':
      return { tone: 'amber', icon: 'eye-off', title: '这条留言暂时不公开', reason, way: '办理不受影响。有疑问可以打电话问。', call: true }
    default:
      return undefined
  }
}

const Reason = ({ children }: { children: ReactNode }) => (
  <View className='author-note__reason'>
    <View className='author-note__by'>工作人员说</View>
    <View>{children}</View>
  </View>
)

/** What the author needs to know first: where it stands, why, and the way on. */
export function AuthorNote({ page }: { page: MessagePage }) {
  const note = page.isAuthor ? noteOf(page) : undefined
  if (!note) return null
  const { office } = settings.phones
  return (
    <Notice tone={note.tone} icon={note.icon}>
      <View className='author-note__title'>{note.title}</View>
      {note.reason && <Reason>{note.reason}</Reason>}
      <View className='author-note__way'>{note.way}</View>
      {note.call && (
        <View className='author-note__call'>
          <Button block icon='phone' onTap={() => dial(office.number)}>
            {`打电话 ${office.number}`}
          </Button>
        </View>
      )}
    </Notice>
  )
}
