import type { ErrorCode } from '#contract/errors'
import type { MessageBody } from '#contract/fields'
import type { DeputyLevel, VerdictResult } from '#contract/vocabulary'
import { listKeysOf, queueKeysOf, queueSinceMsOf } from './keys'
import type { By, Entry, MessageRecord } from './record'
import { rooms, rules, type Relation } from './rules'

/** What is done to a message. */
export type Act =
  | { type: 'approved' | 'unhidden' | 'withdrawn' | 'wordApproved' | 'lapsed' }
  | { type: 'rejected' | 'changesAsked' | 'hidden' | 'wordRejected' | 'declined'; text: string }
  | { type: 'edited'; body: MessageBody; authorName: string }
  | { type: 'assigned'; to: { id: string; name: string; level: DeputyLevel }; reasons: string[] }
  | { type: 'remarked' | 'answered'; text: string }
  | { type: 'forwarded'; to: { id: string; name: string }; text?: string }
  | { type: 'progressed' | 'completed'; text: string; photos: string[] }
  | { type: 'corrected'; about: string; text: string }
  | { type: 'judged'; result: VerdictResult; stars: number; text?: string }

/** An act by somebody. `relations`: everything that person is to this message. */
export type Event = Act & { id: string; digest: string; by: By; relations: readonly Relation[] }

export type Decision = { message: MessageRecord } | { refusal: ErrorCode }

const ownAnswers = (message: MessageRecord, recordId: string | undefined): string[] =>
  recordId === undefined ? [] : message.timeline.filter(({ type, by }) => type === 'answered' && by.recordId === recordId).map(({ id }) => id)

/** Why this person may not do this now; undefined when they may. Also what `abilities` are made of. */
export function objection(message: MessageRecord, type: Act['type'], relations: readonly Relation[], recordId?: string): ErrorCode | undefined {
  const rule = rules[type]
  if (!rule.who.some((relation) => relations.includes(relation))) return 'forbidden'
  if (!rule.moderation.includes(message.moderation) || !rule.handling.includes(message.handling)) return 'wrong_state'
  if (rule.needs === 'wordPending' && message.verdict?.wordState !== 'pending') return 'wrong_state'
  if (rule.needs === 'ownAnswer' && ownAnswers(message, recordId).length === 0) return 'wrong_state'
  if (message.timeline.length >= rooms[rule.room]) return 'too_many'
  return undefined
}

/** What an act changes in a message, beside the timeline and what is derived. */
function effect(message: MessageRecord, act: Act & { id: string }, nowMs: number): Partial<MessageRecord> {
  switch (act.type) {
    case 'approved':
      return { moderation: 'approved', moderationReason: undefined, moderationSinceMs: nowMs, ...(message.handling === 'none' ? { handlingSinceMs: nowMs } : {}) }
    case 'rejected':
    case 'changesAsked':
    case 'hidden':
      return { moderation: act.type, moderationReason: act.text, moderationSinceMs: nowMs }
    case 'unhidden':
      return { moderation: 'approved', moderationReason: undefined, moderationSinceMs: nowMs }
    case 'withdrawn':
      return { moderation: 'withdrawn', moderationReason: undefined, moderationSinceMs: nowMs }
    case 'edited': {
      const { kind, category, text, photos, town, place, visibility } = act.body
      const body = { kind, category, text, photos, town, place, visibility, authorName: act.authorName }
      return { ...body, moderation: 'pending', moderationReason: undefined, moderationSinceMs: nowMs }
    }
    case 'wordApproved':
    case 'wordRejected':
      return { verdict: message.verdict && { ...message.verdict, wordState: act.type === 'wordApproved' ? 'approved' : 'rejected' } }
    case 'assigned':
      return { handling: 'assigned', handlingSinceMs: nowMs, deputy: { id: act.to.id, name: act.to.name, level: act.to.level }, unit: undefined }
    case 'declined':
      return { handling: 'none', handlingSinceMs: nowMs, deputy: undefined, unit: undefined }
    case 'remarked':
    case 'progressed':
      return { handling: 'handling' }
    case 'forwarded':
      return { handling: 'handling', handlingSinceMs: nowMs, unit: { id: act.to.id, name: act.to.name, done: false } }
    case 'completed':
      return { handlingSinceMs: nowMs, unit: message.unit && { ...message.unit, done: true } }
    case 'answered':
      return { handling: 'answered', handlingSinceMs: nowMs, unit: message.unit && { ...message.unit, done: true } }
    case 'corrected':
      return {}
    case 'judged': {
      const { id: entryId, result, stars, text: word } = act
      const verdict = { entryId, result, stars, ...(word === undefined ? {} : { word, wordState: 'pending' as const }) }
      if (result === 'solved') return { handling: 'closed', handlingSinceMs: nowMs, verdict }
      return { handling: 'handling', handlingSinceMs: nowMs, verdict, reopened: message.reopened + 1 }
    }
    case 'lapsed':
      return { handling: 'closed', handlingSinceMs: nowMs, verdict: undefined }
  }
}

function entryOf(message: MessageRecord, event: Event, nowMs: number): Entry {
  const { id, digest, type, by } = event
  const entry: Entry = { id, digest, type, atMs: nowMs, by }
  if ('text' in event && event.text !== undefined) entry.text = event.text
  if ('photos' in event) entry.photos = event.photos
  if ('to' in event) entry.to = { id: event.to.id, name: event.to.name }
  if ('reasons' in event) entry.reasons = event.reasons
  if (event.type === 'judged') Object.assign(entry, { result: event.result, stars: event.stars })
  if (event.type === 'corrected') entry.about = event.about
  if (event.type === 'wordApproved' || event.type === 'wordRejected') entry.about = message.verdict?.entryId
  return entry
}

/** Recomputes what follows from the state. */
export const derived = (message: MessageRecord): MessageRecord => ({
  ...message,
  listKeys: listKeysOf(message),
  queueKeys: queueKeysOf(message),
  queueSinceMs: queueSinceMsOf(message),
})

/** The one place where a message's life is decided. Pure: the same three always give the same answer. */
export function apply(message: MessageRecord, event: Event, nowMs: number): Decision {
  const refusal = objection(message, event.type, event.relations, event.by.recordId)
  if (refusal !== undefined) return { refusal }
  if (event.type === 'corrected' && !ownAnswers(message, event.by.recordId).includes(event.about)) return { refusal: 'not_found' }
  if (event.type === 'assigned' && message.deputy?.id === event.to.id) return { refusal: 'wrong_state' }
  return {
    message: derived({
      ...message,
      ...effect(message, event, nowMs),
      version: message.version + 1,
      authorUnread: message.authorUnread || event.by.personId !== message.authorId,
      timeline: [...message.timeline, entryOf(message, event, nowMs)],
    }),
  }
}
