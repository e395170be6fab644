import { handlingStates, moderationStates, type HandlingState, type ModerationState } from '#contract/vocabulary'
import type { MessageRecord } from '../../cloudfunctions/messages/record'
import { rooms, rules, type EventType, type Relation } from '../../cloudfunctions/messages/rules'
import { apply, objection, type Act, type Event } from '../../cloudfunctions/messages/workflow'
import { buildRecord } from '../factories/record'

const NOW = Date.UTC(2026, 9, 8)
const everybody: Relation[] = ['author', 'office', 'deputy', 'unit', 'clock']
const deputy = { id: 'deputy-1', name: '王代表', level: 'district' } as const
const unit = { id: 'unit-1', name: '区交通运输局', done: false }
const body = { kind: 'help', category: 'other', text: '改过以后的内容，写得更清楚。', photos: [], town: 'lijia', visibility: 'public' } as const

const acts: { [Type in EventType]: Act & { type: Type } } = {
  approved: { type: 'approved' },
  rejected: { type: 'rejected', text: '理由' },
  changesAsked: { type: 'changesAsked', text: '理由' },
  edited: { type: 'edited', body: { ...body, photos: [] }, authorName: '新昵称' },
  hidden: { type: 'hidden', text: '理由' },
  unhidden: { type: 'unhidden' },
  withdrawn: { type: 'withdrawn' },
  wordApproved: { type: 'wordApproved' },
  wordRejected: { type: 'wordRejected', text: '理由' },
  assigned: { type: 'assigned', to: { ...deputy, id: 'deputy-2' }, reasons: ['就近'] },
  declined: { type: 'declined', text: '理由' },
  remarked: { type: 'remarked', text: '已联系' },
  forwarded: { type: 'forwarded', to: { id: 'unit-2', name: '区教育局' } },
  progressed: { type: 'progressed', text: '在办', photos: [] },
  completed: { type: 'completed', text: '办好了', photos: [] },
  answered: { type: 'answered', text: '修好了' },
  corrected: { type: 'corrected', about: 'answer-1', text: '修好了，下周复查' },
  judged: { type: 'judged', result: 'solved', stars: 5 },
  lapsed: { type: 'lapsed' },
}
const types = Object.keys(acts) as EventType[]

const happens = (message: MessageRecord, act: Act, relations: readonly Relation[] = everybody) => {
  const event: Event = { ...act, id: 'event-1', digest: 'd', by: { personId: 'person-x', role: 'deputy', recordId: deputy.id }, relations }
  return apply(message, event, NOW)
}
const after = (message: MessageRecord, act: Act, relations?: readonly Relation[]): MessageRecord => {
  const decision = happens(message, act, relations)
  if (!('message' in decision)) throw new Error(`refused: ${decision.refusal}`)
  return decision.message
}

/** A message in which every need of the table is met, so that only state and person decide. */
const inState = (moderation: ModerationState, handling: HandlingState): MessageRecord =>
  buildRecord({
    moderation,
    handling,
    deputy,
    unit,
    verdict: { entryId: 'verdict-1', result: 'partly', stars: 3, word: '还差一点', wordState: 'pending' },
    timeline: [
      ...buildRecord().timeline,
      { id: 'answer-1', digest: 'd', type: 'answered', atMs: NOW, text: '修好了', by: { personId: 'p', role: 'deputy', recordId: deputy.id } },
    ],
  })

const alive: ModerationState[] = ['pending', 'approved', 'changesAsked', 'hidden']
const inHand: HandlingState[] = ['assigned', 'handling']
/** The design's table, written a second time and by hand: event → who, from which moderation, from which handling. */
const expected: Record<EventType, [Relation[], readonly ModerationState[], readonly HandlingState[]]> = {
  approved: [['office'], ['pending'], handlingStates],
  rejected: [['office'], ['pending'], handlingStates],
  changesAsked: [['office'], ['pending', 'approved', 'hidden'], handlingStates],
  edited: [['author'], ['changesAsked'], handlingStates],
  hidden: [['office'], ['approved'], handlingStates],
  unhidden: [['office'], ['hidden'], handlingStates],
  withdrawn: [['author'], ['pending', 'approved', 'rejected', 'changesAsked', 'hidden'], handlingStates],
  wordApproved: [['office'], alive, handlingStates],
  wordRejected: [['office'], alive, handlingStates],
  assigned: [['office'], ['approved'], ['none', 'assigned', 'handling']],
  declined: [['deputy'], alive, ['assigned']],
  remarked: [['deputy'], alive, inHand],
  forwarded: [['deputy', 'office'], alive, inHand],
  progressed: [['unit'], alive, ['handling']],
  completed: [['unit'], alive, ['handling']],
  answered: [['deputy'], alive, inHand],
  corrected: [['deputy'], alive, ['handling', 'answered', 'closed']],
  judged: [['author'], alive, ['answered']],
  lapsed: [['clock'], alive, ['answered']],
}

describe.each(types)('the event %s', (type) => {
  const [who, moderations, handlings] = expected[type]

  it.each(everybody)('is allowed to exactly the right one: %s', (relation) => {
    const message = inState(moderations[0] ?? 'approved', handlings.includes('handling') ? 'handling' : (handlings[0] ?? 'none'))
    const refusal = objection(message, type, [relation], deputy.id)
    expect(refusal).toBe(who.includes(relation) ? undefined : 'forbidden')
  })

  it('is allowed to nobody who is nothing to the message', () => {
    for (const moderation of moderationStates)
      for (const handling of handlingStates) expect(happens(inState(moderation, handling), acts[type], [])).toEqual({ refusal: 'forbidden' })
  })

  it('happens from exactly the states of the table', () => {
    for (const moderation of moderationStates) {
      for (const handling of handlingStates) {
        const decision = happens(inState(moderation, handling), acts[type])
        const allowed = moderations.includes(moderation) && handlings.includes(handling)
        expect([moderation, handling, 'message' in decision]).toEqual([moderation, handling, allowed])
        if (!allowed) expect(decision).toEqual({ refusal: 'wrong_state' })
      }
    }
  })

  it('leaves an entry in the timeline and a new version, in the same result', () => {
    const message = inState(moderations[0] ?? 'approved', handlings.includes('handling') ? 'handling' : (handlings[0] ?? 'none'))
    const result = after(message, acts[type])
    expect(result.version).toBe(message.version + 1)
    expect(result.timeline).toHaveLength(message.timeline.length + 1)
    expect(result.timeline[result.timeline.length - 1]).toMatchObject({ id: 'event-1', type, atMs: NOW })
  })

  it('is refused when the timeline has no room left for it, and what ends a matter always fits', () => {
    const message = inState(moderations[0] ?? 'approved', handlings.includes('handling') ? 'handling' : (handlings[0] ?? 'none'))
    const [answer] = message.timeline.slice(-1)
    if (answer === undefined) throw new Error('no entry')
    const full = { ...message, timeline: Array.from({ length: 90 }, () => answer) }
    expect(objection(full, type, everybody, deputy.id)).toBe(rules[type].room === 'ends' ? undefined : 'too_many')
  })
})

describe('moderation', () => {
  const pending = buildRecord({ moderation: 'pending' })

  it('makes a message public only by approval', () => {
    expect(pending.listKeys).toEqual([])
    expect(after(pending, acts.approved).listKeys).toContain('*')
    expect(after(pending, acts.rejected).listKeys).toEqual([])
  })
  it('never lists a message for the deputies', () => {
    expect(after(buildRecord({ moderation: 'pending', visibility: 'deputies' }), acts.approved).listKeys).toEqual([])
  })
  it('takes an edited text back to the queue, with its new nickname, and the handling goes on', () => {
    const edited = after(inState('changesAsked', 'handling'), acts.edited)
    expect(edited).toMatchObject({ moderation: 'pending', handling: 'handling', text: body.text, town: 'lijia', authorName: '新昵称', listKeys: [] })
    expect(edited.queueKeys).toEqual(expect.arrayContaining(['moderate', 'd:deputy-1']))
  })
  it('keeps the reason until the next decision', () => {
    const asked = after(pending, acts.changesAsked)
    expect(asked.moderationReason).toBe('理由')
    expect(after(asked, acts.edited).moderationReason).toBeUndefined()
  })
  it('hides at once and brings back', () => {
    const hidden = after(buildRecord(), acts.hidden)
    expect(hidden.listKeys).toEqual([])
    expect(after(hidden, acts.unhidden).listKeys).toContain('*')
  })
  it('leaves nothing of a withdrawn message in a list or among tasks', () => {
    const gone = after(inState('approved', 'handling'), acts.withdrawn)
    expect(gone).toMatchObject({ listKeys: [], queueKeys: ['all'] })
  })
})

describe('handling', () => {
  it('starts again with another deputy, without the unit', () => {
    const again = after(inState('approved', 'handling'), acts.assigned)
    expect(again).toMatchObject({ handling: 'assigned', deputy: { id: 'deputy-2' } })
    expect(again.unit).toBeUndefined()
  })
  it('does not assign to the deputy who has it', () => {
    expect(happens(inState('approved', 'assigned'), { type: 'assigned', to: deputy, reasons: [] })).toEqual({ refusal: 'wrong_state' })
  })
  it('goes back to the routing queue when declined', () => {
    const declined = after(inState('approved', 'assigned'), acts.declined)
    expect(declined.handling).toBe('none')
    expect(declined.deputy).toBeUndefined()
    expect(declined.queueKeys).toContain('route')
  })
  it('is the unit’s while it works, and the deputy’s again when it is done', () => {
    const forwarded = after(inState('approved', 'assigned'), acts.forwarded)
    expect(forwarded.queueKeys).toContain('u:unit-2')
    const done = after(forwarded, acts.completed)
    expect(done.queueKeys).toEqual(expect.arrayContaining(['uu:unit-2', 'd:deputy-1']))
    expect(done.handling).toBe('handling')
  })
  it('closes as solved only by the author’s word', () => {
    const closed = after(inState('approved', 'answered'), acts.judged)
    expect(closed).toMatchObject({ handling: 'closed', verdict: { result: 'solved', stars: 5 } })
    expect(closed.listKeys).toContain('s:solved')
  })
  it.each(['partly', 'unsolved'] as const)('reopens a message judged %s and it is the deputy’s task again', (result) => {
    const open = after(inState('approved', 'answered'), { type: 'judged', result, stars: 2, text: '还是老样子' })
    expect(open).toMatchObject({ handling: 'handling', reopened: 1, verdict: { word: '还是老样子', wordState: 'pending' } })
    expect(open.queueKeys).toEqual(expect.arrayContaining(['d:deputy-1', 'moderate', 'open']))
  })
  it('closes without a verdict when nobody judged', () => {
    const lapsed = after(inState('approved', 'answered'), acts.lapsed, ['clock'])
    expect(lapsed.handling).toBe('closed')
    expect(lapsed.verdict).toBeUndefined()
    expect(lapsed.listKeys).toContain('s:closed')
  })
  it('lets a deputy correct only an answer of their own', () => {
    expect(happens(inState('approved', 'answered'), { ...acts.corrected, about: 'somebody-elses' })).toEqual({ refusal: 'not_found' })
  })
})

describe('the author’s badge', () => {
  it('comes with what others do', () => {
    expect(after(buildRecord({ moderation: 'pending' }), acts.approved).authorUnread).toBe(true)
  })
  it('does not come with what the author does', () => {
    const message = buildRecord()
    const event: Event = { type: 'withdrawn', id: 'e', digest: 'd', by: { personId: message.authorId, role: 'citizen' }, relations: ['author'] }
    const decision = apply(message, event, NOW)
    expect('message' in decision && decision.message.authorUnread).toBe(false)
  })
})

it('does not change the message it is given', () => {
  const message = inState('approved', 'assigned')
  const before = JSON.stringify(message)
  after(message, acts.answered)
  expect(JSON.stringify(message)).toBe(before)
})

it('keeps room for words below turns below ends', () => {
  expect(rooms.words).toBeLessThan(rooms.turns)
  expect(rooms.turns).toBeLessThan(rooms.ends)
})
