import { useCallback, useRef, useState } from 'react'
import type { ActionName, Input, Output } from '#contract'
import { call, mayHaveLanded, newKey, type CallError, type Result } from '../platform/cloud'

/**
 * Sends one intention. Its key stays the same while the same input is tried again after a call that may have landed,
 * so a retry never does a thing twice; other input, or a clear answer, gets a new key.
 */
export function useWrite<Name extends ActionName>(action: Name) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError>()
  const intention = useRef<{ body: string; key: string }>()
  const running = useRef(false)

  const send = useCallback(
    async (input: Input<Name>): Promise<Result<Output<Name>> | undefined> => {
      // A second tap while the first is on its way is the same intention.
      if (running.current) return undefined
      running.current = true
      setBusy(true)
      setError(undefined)
      const body = JSON.stringify(input)
      if (intention.current?.body !== body) intention.current = { body, key: newKey() }
      const answer = await call(action, input, intention.current.key)
      running.current = false
      setBusy(false)
      if (answer.ok || !mayHaveLanded(answer.error)) intention.current = undefined
      if (!answer.ok) setError(answer.error)
      return answer
    },
    [action],
  )
  const clear = useCallback(() => setError(undefined), [])
  return { send, busy, error, clear }
}
