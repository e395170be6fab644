import { useWrite } from '../../data/useWrite'
import { decide } from '../../message'
import type { Draft, Mode } from './modes'

/** Sends what the mode says, and says what went wrong. */
export function useReply(mode: Mode) {
  const remark = useWrite('messages.remark')
  const answer = useWrite('messages.answer')
  const forward = useWrite('messages.forward')
  const correct = useWrite('messages.correct')
  const decline = useWrite('messages.decline')
  const { busy, error } = { remark, answer, forward, correct, decline }[mode]

  const send = (draft: Draft, then: { said: string; done: () => void; reload: () => void }) => {
    switch (draft.action) {
      case 'messages.remark':
        return decide<'messages.remark'>(remark.send, draft.input, then)
      case 'messages.answer':
        return decide<'messages.answer'>(answer.send, draft.input, then)
      case 'messages.decline':
        return decide<'messages.decline'>(decline.send, draft.input, then)
      case 'messages.correct':
        return decide<'messages.correct'>(correct.send, draft.input, then)
      case 'messages.forward':
        return decide<'messages.forward'>(forward.send, draft.input, then)
    }
  }
  return { send, busy, error }
}
