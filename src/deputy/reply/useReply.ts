import type { MessagePage } from '#contract/views'
import { useWrite } from '../../data/useWrite'
import { decide } from '../../message'
import { back } from '../../platform/navigate'
import { toast } from '../../platform/notice'
import { modes, type Mode } from './modes'

interface Said {
  page: MessagePage
  text: string
  unitId: string | undefined
  entryId: string | undefined
  reload: () => void
}

/** Sends what the mode says, and says what went wrong. */
export function useReply(mode: Mode) {
  const remark = useWrite('messages.remark')
  const answer = useWrite('messages.answer')
  const forward = useWrite('messages.forward')
  const correct = useWrite('messages.correct')
  const decline = useWrite('messages.decline')
  const write = { remark, answer, forward, correct, decline }[mode]

  const send = async ({ page, text, unitId, entryId, reload }: Said) => {
    const on = { id: page.id, version: page.version }
    const then = { said: modes[mode].said, done: back, reload }
    switch (mode) {
      case 'remark':
        return decide<'messages.remark'>(remark.send, { ...on, text }, then)
      case 'answer':
        return decide<'messages.answer'>(answer.send, { ...on, text }, then)
      case 'decline':
        return decide<'messages.decline'>(decline.send, { ...on, reason: text }, then)
      case 'correct':
        return entryId ? decide<'messages.correct'>(correct.send, { ...on, entryId, text }, then) : toast('找不到要更正的答复。')
      case 'forward':
        if (!unitId) return toast('请选择承办单位。')
        return decide<'messages.forward'>(forward.send, { ...on, unitId, ...(text.trim() ? { text } : {}) }, then)
    }
  }
  return { send, busy: write.busy, error: write.error }
}
