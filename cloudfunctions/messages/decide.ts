import type { MessagePage } from '#contract/views'
import type { Actor } from '../kernel/caller'
import { changes, command } from '../kernel/database'
import { Refusal } from '../kernel/refusal'
import type { Intent } from '../kernel/router'
import { pageFor } from './page'
import { messages, type MessageRecord } from './record'
import { rules, type Relation } from './rules'
import { byOf, maySee, relationsTo } from './viewer'
import { apply, type Act } from './workflow'

/** What an event may change. The likes' counter moves by itself and is never written back. */
const mutable = [
  'kind', 'category', 'text', 'photos', 'town', 'place', 'visibility', 'authorName', 'authorUnread',
  'moderation', 'moderationReason', 'moderationSinceMs', 'handling', 'handlingSinceMs', 'deputy', 'unit', 'verdict', 'reopened',
  'listKeys', 'queueKeys', 'queueSinceMs',
] as const satisfies ReadonlyArray<keyof MessageRecord>

/** State and timeline in one write; false when somebody else wrote in between. */
export async function save(before: MessageRecord, after: MessageRecord): Promise<boolean> {
  const entries = after.timeline.slice(before.timeline.length)
  const saved = await messages.update(
    { _id: before._id, version: before.version },
    { ...changes(before, after, mutable), version: after.version, timeline: command.push(entries) },
  )
  return saved === 1
}

/** The message, with what the actor is to it; `not_found` for one that is not there and for one they may not see alike. */
export async function load(actor: Actor, id: string): Promise<{ message: MessageRecord; relations: Relation[] }> {
  const message = await messages.get(id)
  const relations = message === undefined ? [] : relationsTo(message, actor)
  if (message === undefined || !maySee(message, relations)) throw new Refusal('not_found')
  return { message, relations }
}

/**
 * The answer to a repeated call, when this very event is in the timeline. Whoever lost sight of the message by the event
 * itself (a deputy who declined) still gets the answer that was lost on its way, as long as nothing else has happened.
 */
async function repeated(actor: Actor, id: string, intent: Intent): Promise<{ page?: MessagePage; message?: MessageRecord }> {
  const message = await messages.get(id)
  const entry = message?.timeline.find((other) => other.id === intent.id)
  if (message === undefined || entry === undefined) return { message }
  if (entry.digest !== intent.digest) throw new Refusal('key_reused')
  const relations = relationsTo(message, actor)
  const isLast = message.timeline[message.timeline.length - 1] === entry
  if (!maySee(message, relations) && !isLast) throw new Refusal('not_found')
  return { page: await pageFor(actor, message, relations) }
}

/** An act, or one whose particulars are looked up once it is known that this person may do such a thing here. */
export type Plan = Act | { type: Act['type']; prepare(message: MessageRecord): Promise<Act> }

/** Load, decide, save; again when somebody was faster, and then the version that the person saw is old: `conflict`. */
export async function decide(
  actor: Actor,
  { id, version }: { id: string; version: number },
  intent: Intent,
  nowMs: number,
  plan: Plan,
): Promise<MessagePage> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const { page, message } = await repeated(actor, id, intent)
    if (page !== undefined) return page
    const relations = message === undefined ? [] : relationsTo(message, actor)
    if (message === undefined || !maySee(message, relations)) throw new Refusal('not_found')
    const as = rules[plan.type].who.find((relation) => relations.includes(relation))
    if (as === undefined) throw new Refusal('forbidden')
    if (message.version !== version) throw new Refusal('conflict')
    const act = 'prepare' in plan ? await plan.prepare(message) : plan
    const decision = apply(message, { ...act, ...intent, by: byOf(actor, as), relations }, nowMs)
    if ('refusal' in decision) throw new Refusal(decision.refusal)
    if (await save(message, decision.message)) return pageFor(actor, decision.message, relationsTo(decision.message, actor))
  }
  throw new Refusal('conflict')
}
