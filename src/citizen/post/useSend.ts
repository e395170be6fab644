import { useState } from 'react'
import type { MessageBody } from '#contract/fields'
import type { MessagePage } from '#contract/views'
import { call, mayHaveLanded, newKey, type CallError } from '../../platform/cloud'
import { earlierWordings, sending, startAnew, type Draft } from './draft'

type Sent = { ok: true; page: MessagePage } | { ok: false; error: CallError; earlier?: MessagePage }

/** Sends a draft so that neither two messages nor none come of it, whatever the network does. */
export function useSend(current: () => Draft, changeAndSave: (step: (old: Draft) => Draft) => void) {
  const [busy, setBusy] = useState(false)

  const send = async (body: MessageBody): Promise<Sent> => {
    setBusy(true)
    changeAndSave((old) => sending(old, body))
    const { key } = current()
    const answer = await call('messages.submit', body, key)
    let sent: Sent = answer.ok ? { ok: true, page: answer.data } : { ok: false, error: answer.error }
    if (!answer.ok && answer.error.code === 'key_reused') sent = await findEarlier(body, answer.error)
    setBusy(false)
    return sent
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

  return { send, busy }
}
