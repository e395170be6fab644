import type { MessageBody } from '#contract/fields'
import type { TimelineType } from '#contract/views'
import type { DeputyLevel, HandlingState, ModerationState, Role, VerdictResult } from '#contract/vocabulary'
import { collection } from '../kernel/database'

/** One event of a message's life, written together with what it changed. Only ever appended. */
export interface Entry {
  /** From the person and their key: a repeated call finds its own event. */
  id: string
  digest: string
  type: TimelineType
  atMs: number
  by: By
  /** What was said, or the reason. */
  text?: string
  photos?: string[]
  to?: { id: string; name: string }
  reasons?: string[]
  result?: VerdictResult
  stars?: number
  /** The entry this one is about: the answer a correction corrects, the verdict whose word was decided. */
  about?: string
}

/** Who did it, in which role, as it was then. */
export interface By {
  personId: string
  role: Role
  name?: string
  level?: DeputyLevel
  recordId?: string
}

interface Verdict {
  entryId: string
  result: VerdictResult
  stars: number
  word?: string
  /** Whether a person has passed the word; there is none without a word. */
  wordState?: 'pending' | 'approved' | 'rejected'
}

export interface MessageRecord extends MessageBody {
  _id: string
  schema: 1
  version: number
  /** Of the body as first sent: tells a repeated submission from another one under the same key. */
  bodyDigest: string
  authorId: string
  /** As it was when the text was written, and moderated with it: a later nickname reaches no public screen unseen. */
  authorName: string
  authorUnread: boolean
  createdAtMs: number
  moderation: ModerationState
  moderationReason?: string
  moderationSinceMs: number
  handling: HandlingState
  /** When the present step of the handling began: deadlines are counted from here. */
  handlingSinceMs: number
  deputy?: { id: string; name: string; level: DeputyLevel }
  /** `done`: the unit has nothing more to do and the deputy has. */
  unit?: { id: string; name: string; done: boolean }
  verdict?: Verdict
  /** How often the author said that it was not, or not wholly, solved. */
  reopened: number
  likes: number
  /** createdAtMs + likes × a setting. */
  hotScore: number
  /** The public lists it is in; empty unless it is public. */
  listKeys: string[]
  /** The officials' lists it is in. */
  queueKeys: string[]
  queueSinceMs: number
  timeline: Entry[]
}

export const messages = collection<MessageRecord>('messages', 1)
