import type { ActionName, Input, Output } from '#contract'
import type { CallError, Result } from '../platform/cloud'
import { toast } from '../platform/notice'

/** What a decision on a message needs besides its input: to say that it went well, or to look at what changed meanwhile. */
export async function decide<Name extends ActionName>(
  send: (input: Input<Name>) => Promise<Result<Output<Name>> | undefined>,
  input: Input<Name>,
  then: { said: string; done: () => void; reload: () => void },
): Promise<CallError | undefined> {
  const answer = await send(input)
  if (!answer) return undefined
  if (answer.ok) {
    toast(then.said)
    then.done()
    return undefined
  }
  // Somebody else was quicker: show what is there now before anything is decided again.
  if (answer.error.code === 'conflict' || answer.error.code === 'wrong_state') then.reload()
  return answer.error
}
