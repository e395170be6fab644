import type { TimelineType } from '#contract/views'
import { handlingStates, moderationStates, type HandlingState, type ModerationState } from '#contract/vocabulary'

/** What somebody is to a message. `clock` is the timer. */
export type Relation = 'author' | 'office' | 'deputy' | 'unit' | 'clock'

export type EventType = Exclude<TimelineType, 'submitted'>

export interface Rule {
  who: readonly Relation[]
  moderation: readonly ModerationState[]
  handling: readonly HandlingState[]
  /** A fact about the message that has to hold beside its state. */
  needs?: 'wordPending' | 'ownAnswer'
  /** How far the timeline may have grown: what only adds words ends first, what ends a matter always fits. */
  room: keyof typeof rooms
}

export const rooms = { words: 70, turns: 85, ends: 100 } as const

const any = handlingStates
const inHand = ['assigned', 'handling'] as const
/** Handling goes on while a text is looked at again, and ends with one that was refused or taken back. */
const alive = ['pending', 'approved', 'changesAsked', 'hidden'] as const

/** THE table: which event, by whom, from which state. Where it leads is in `workflow.ts`. */
export const rules: Record<EventType, Rule> = {
  approved: { who: ['office'], moderation: ['pending'], handling: any, room: 'ends' },
  rejected: { who: ['office'], moderation: ['pending'], handling: any, room: 'ends' },
  // Also of a text that is public already: it leaves the lists at once, and its author can mend it.
  changesAsked: { who: ['office'], moderation: ['pending', 'approved', 'hidden'], handling: any, room: 'turns' },
  edited: { who: ['author'], moderation: ['changesAsked'], handling: any, room: 'turns' },
  hidden: { who: ['office'], moderation: ['approved'], handling: any, room: 'ends' },
  unhidden: { who: ['office'], moderation: ['hidden'], handling: any, room: 'turns' },
  withdrawn: { who: ['author'], moderation: moderationStates.filter((state) => state !== 'withdrawn'), handling: any, room: 'ends' },
  wordApproved: { who: ['office'], moderation: alive, handling: any, needs: 'wordPending', room: 'ends' },
  wordRejected: { who: ['office'], moderation: alive, handling: any, needs: 'wordPending', room: 'ends' },

  assigned: { who: ['office'], moderation: ['approved'], handling: ['none', 'assigned', 'handling'], room: 'turns' },
  declined: { who: ['deputy'], moderation: alive, handling: ['assigned'], room: 'turns' },
  remarked: { who: ['deputy'], moderation: alive, handling: inHand, room: 'words' },
  forwarded: { who: ['deputy', 'office'], moderation: alive, handling: inHand, room: 'turns' },
  progressed: { who: ['unit'], moderation: alive, handling: ['handling'], room: 'words' },
  completed: { who: ['unit'], moderation: alive, handling: ['handling'], room: 'turns' },
  answered: { who: ['deputy'], moderation: alive, handling: inHand, room: 'turns' },
  corrected: { who: ['deputy'], moderation: alive, handling: ['handling', 'answered', 'closed'], needs: 'ownAnswer', room: 'words' },
  judged: { who: ['author'], moderation: alive, handling: ['answered'], room: 'ends' },
  lapsed: { who: ['clock'], moderation: alive, handling: ['answered'], room: 'ends' },
}
