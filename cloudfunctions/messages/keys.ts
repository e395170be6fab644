import { settings } from '#settings'
import type { Stage, Status } from '#contract/vocabulary'
import { DAY_MS } from '../kernel/clock'
import type { MessageRecord } from './record'

/** Everything that is derived from a message's state: which lists it is in, what its chip says, until when. */

type State = Pick<MessageRecord, 'moderation' | 'handling' | 'visibility' | 'verdict' | 'deputy' | 'unit' | 'town' | 'category' | 'moderationSinceMs' | 'handlingSinceMs'>

export const isPublic = ({ moderation, visibility }: Pick<State, 'moderation' | 'visibility'>): boolean =>
  visibility === 'public' && moderation === 'approved'

/** Whether anything is still to be done with it: what was refused or taken back is nobody's task. */
export const isAlive = ({ moderation }: Pick<State, 'moderation'>): boolean => moderation !== 'rejected' && moderation !== 'withdrawn'

export function statusOf({ moderation, handling, verdict }: Pick<State, 'moderation' | 'handling' | 'verdict'>): Status {
  if (moderation !== 'approved') return moderation
  if (handling === 'none') return 'waiting'
  if (handling === 'closed') return verdict?.result === 'solved' ? 'solved' : 'closed'
  return handling
}

function stageOf({ handling, verdict }: Pick<State, 'handling' | 'verdict'>): Stage {
  if (handling === 'none' || handling === 'assigned') return 'waiting'
  if (handling === 'closed') return verdict?.result === 'solved' ? 'solved' : 'closed'
  return handling
}

export interface ListFilter {
  town?: string
  category?: string
  stage?: Stage
}

/** The one list that answers a filter. */
export function listKeyOf({ town, category, stage }: ListFilter): string {
  const parts = [town && `t:${town}`, category && `c:${category}`, stage && `s:${stage}`].filter(Boolean)
  return parts.length === 0 ? '*' : parts.join('|')
}

/** All lists a message is in: every combination of the filters, and none unless it is public. */
export function listKeysOf(message: State): string[] {
  if (!isPublic(message)) return []
  const { town, category } = message
  const stage = stageOf(message)
  return [0, 1, 2, 3, 4, 5, 6, 7].map((bits) =>
    listKeyOf({ town: bits & 1 ? town : undefined, category: bits & 2 ? category : undefined, stage: bits & 4 ? stage : undefined }),
  )
}

export const deputyQueue = (id: string) => ({ tasks: `d:${id}`, done: `dd:${id}` })
export const unitQueue = (id: string) => ({ tasks: `u:${id}`, done: `uu:${id}` })

export function queueKeysOf(message: State): string[] {
  const keys = ['all']
  if (!isAlive(message)) return keys
  const { moderation, handling, verdict, deputy, unit } = message
  if (moderation === 'pending' || verdict?.wordState === 'pending') keys.push('moderate')
  if (moderation === 'approved' && handling === 'none') keys.push('route')
  if (handling === 'answered') keys.push('lapse')
  const inHand = handling === 'assigned' || handling === 'handling'
  // `open` is what a deputy's load is counted by.
  if (inHand && deputy !== undefined) keys.push('open')
  if (deputy !== undefined) keys.push(inHand ? deputyQueue(deputy.id).tasks : deputyQueue(deputy.id).done)
  if (unit !== undefined) keys.push(inHand && !unit.done ? unitQueue(unit.id).tasks : unitQueue(unit.id).done)
  return keys
}

export const queueSinceMsOf = ({ moderation, moderationSinceMs, handlingSinceMs }: State): number =>
  moderation === 'pending' ? moderationSinceMs : handlingSinceMs

/** Until when the present step should be done: calendar days from the moment it began. */
export function dueAtMsOf(message: State, days = settings.deadlines): number | undefined {
  const { moderation, handling, unit, moderationSinceMs, handlingSinceMs } = message
  if (moderation === 'pending') return moderationSinceMs + days.moderateDays * DAY_MS
  if (!isAlive(message)) return undefined
  if (handling === 'answered') return handlingSinceMs + days.verdictDays * DAY_MS
  if (handling !== 'assigned' && handling !== 'handling') return undefined
  return handlingSinceMs + (unit !== undefined && !unit.done ? days.unitDays : days.replyDays) * DAY_MS
}

export const hotScoreOf = (createdAtMs: number, likes: number): number => createdAtMs + settings.likeWeightMs * likes
