import { useRef, useState } from 'react'
import type { MessageBody } from '#contract/fields'
import type { MessagePage } from '#contract/views'
import { call, mayHaveLanded, newKey, type CallError } from '../../platform/cloud'
import { earlierWordings, refused, sending, startAnew, type Draft } from './draft'

/** `earlier`: what landed before, while the text here has changed since. */
export type Sent = { ok: true; page: MessagePage } | { ok: false; error: CallError; earlier?: MessagePage }

/** Sends a draft so that neither two messages nor none come of it, whatever the network does. */
export function useSend(current: () => Draft, changeAndSave: (step: (old: Draft) => Draft) => void) {
  const [busy, setBusy] = useState(false)
  const running = useRef(false)

  const deliver = async (body: MessageBody): Promise<Sent> => {
    const before = current()
    changeAndSave((old) => sending(old, body))
    const answer = await call('messages.submit', body, before.key)
    if (answer.ok) return { ok: true, page: answer.data }
    if (answer.error.code === 'key_reused') return findEarlier(body, answer.error)
    if (!mayHaveLanded(answer.error)) changeAndSave((old) => refused(old, before))
    return { ok: false, error: answer.error }
  }

  const findEarlier = async (body: MessageBody, error: CallError): Promise<Sent> => {
    const { key } = current()
    for (const wording of earlierWordings(current(), body)) {
      const answer = await call('messages.submit', wording, key)
      if (answer.ok) {
        changeAndSave((old) => startAnew(old, newKey()))
        return { ok: false, error, earlier: answer.data }
      }
      if (mayHaveLanded(answer.error)) return { ok: false, error: answer.error }
    }
    // No wording of this phone fits the key: nothing here can be lost by taking a new one.
    changeAndSave((old) => startAnew(old, newKey()))
    return { ok: false, error }
  }

  /** Answers nothing to a second tap while the first is on its way. */
  const send = async (body: MessageBody): Promise<Sent | undefined> => {
    if (running.current) return undefined
    running.current = true
    setBusy(true)
    const sent = await deliver(body)
    running.current = false
    setBusy(false)
    return sent
  }

  return { send, busy }
}
