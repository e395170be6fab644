import { useState } from 'react'
import type { Input } from '#contract'
import { useWrite } from '../../data/useWrite'

/** Asks for a single-use code and keeps it for as long as the page is open. */
export function useInvite() {
  const write = useWrite('people.invite')
  const [code, setCode] = useState<{ code: string; expiresAtMs: number }>()
  const send = async (input: Input<'people.invite'>): Promise<boolean> => {
    const answer = await write.send(input)
    if (answer?.ok) setCode(answer.data)
    return answer?.ok === true
  }
  return { send, code, busy: write.busy, error: write.error }
}
