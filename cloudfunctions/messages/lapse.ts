import { settings } from '#settings'
import { DAY_MS } from '../kernel/clock'
import { command } from '../kernel/database'
import { keyedId } from '../kernel/ids'
import { save } from './decide'
import { messages } from './record'
import { apply } from './workflow'

const BATCH = 100
const BATCHES = 20

/** Closes, without a verdict, what was answered and judged by nobody in time. Running twice changes nothing more. */
export async function lapseAnswered(nowMs: number): Promise<number> {
  const dueBefore = nowMs - settings.deadlines.verdictDays * DAY_MS
  let lapsed = 0
  for (let batch = 0; batch < BATCHES; batch++) {
    const due = await messages.find(
      { queueKeys: 'lapse', queueSinceMs: command.lte(dueBefore) },
      { orderBy: [['queueSinceMs', 'asc'], ['_id', 'asc']], limit: BATCH },
    )
    let saved = 0
    for (const message of due) {
      if (message.handlingSinceMs > dueBefore) continue
      const id = keyedId('lapse', message._id, String(message.version))
      const event = { type: 'lapsed', id, digest: id, by: { personId: 'clock', role: 'staff' }, relations: ['clock'] } as const
      const decision = apply(message, event, nowMs)
      if ('message' in decision && (await save(message, decision.message))) saved++
    }
    lapsed += saved
    if (due.length < BATCH || saved === 0) break
  }
  return lapsed
}
