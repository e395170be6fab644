import type { Input } from '#contract'
import { useWrite } from '../../data/useWrite'
import type { Invitation } from './Code'

/** Asks for a single-use code and hands it on to be shown. */
export function useInvite(onCode: (invitation: Invitation) => void) {
  const write = useWrite('people.invite')
  const send = async (input: Input<'people.invite'>, name: string): Promise<boolean> => {
    const answer = await write.send(input)
    if (answer?.ok) onCode({ name, ...answer.data })
    return answer?.ok === true
  }
  return { send, busy: write.busy, error: write.error }
}
