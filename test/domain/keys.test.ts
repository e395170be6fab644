import { stages } from '#contract/vocabulary'
import { settings } from '#settings'
import { dueAtMsOf, hotScoreOf, listKeyOf, statusOf } from '../../cloudfunctions/messages/keys'
import { buildRecord } from '../factories/record'

const DAY = 24 * 60 * 60 * 1000
const deputy = { id: 'd1', name: '王代表', level: 'town' } as const
const days = { moderateDays: 1, replyDays: 7, unitDays: 15, verdictDays: 30 }

describe('the lists a message is in', () => {
  it('are all combinations of its town, category and stage', () => {
    expect(buildRecord().listKeys.sort()).toEqual(
      ['*', 'c:traffic', 'c:traffic|s:waiting', 's:waiting', 't:hutang', 't:hutang|c:traffic', 't:hutang|c:traffic|s:waiting', 't:hutang|s:waiting'].sort(),
    )
  })
  it.each([{}, { town: 'hutang' }, { category: 'traffic' }, { town: 'hutang', stage: 'waiting' as const }])('include the one that answers the filter %j', (filter) => {
    expect(buildRecord().listKeys).toContain(listKeyOf(filter))
  })
  it.each(stages.filter((stage) => stage !== 'waiting'))('do not include another stage: %s', (stage) => {
    expect(buildRecord().listKeys).not.toContain(listKeyOf({ stage }))
  })
  it.each(['pending', 'rejected', 'changesAsked', 'hidden', 'withdrawn'] as const)('are none while it is %s', (moderation) => {
    expect(buildRecord({ moderation }).listKeys).toEqual([])
  })
  it('are none for a message to the deputies', () => {
    expect(buildRecord({ visibility: 'deputies' }).listKeys).toEqual([])
  })
})

describe('the chip', () => {
  it.each([
    [{ moderation: 'pending' as const, handling: 'handling' as const }, 'pending'],
    [{ moderation: 'hidden' as const }, 'hidden'],
    [{}, 'waiting'],
    [{ handling: 'assigned' as const }, 'assigned'],
    [{ handling: 'answered' as const }, 'answered'],
    [{ handling: 'closed' as const }, 'closed'],
    [{ handling: 'closed' as const, verdict: { entryId: 'e', result: 'solved' as const, stars: 5 } }, 'solved'],
  ])('of %j says %s', (state, status) => {
    expect(statusOf(buildRecord(state))).toBe(status)
  })
})

describe('the deadline', () => {
  const at = Date.UTC(2026, 9, 1)
  it.each([
    ['moderation', { moderation: 'pending' as const }, 1],
    ['the deputy', { handling: 'assigned' as const, deputy }, 7],
    ['the unit', { handling: 'handling' as const, deputy, unit: { id: 'u', name: '局', done: false } }, 15],
    ['the deputy again when the unit is done', { handling: 'handling' as const, deputy, unit: { id: 'u', name: '局', done: true } }, 7],
    ['the verdict', { handling: 'answered' as const, deputy }, 30],
  ])('of %s is counted in calendar days', (_, state, count) => {
    expect(dueAtMsOf(buildRecord(state), days)).toBe(at + count * DAY)
  })
  it.each([{ handling: 'none' as const }, { handling: 'closed' as const }, { moderation: 'withdrawn' as const, handling: 'assigned' as const }])('is absent where nothing is due: %j', (state) => {
    expect(dueAtMsOf(buildRecord(state), days)).toBeUndefined()
  })
})

describe('the queues', () => {
  it('call for moderation of a text and of a verdict’s word', () => {
    expect(buildRecord({ moderation: 'pending' }).queueKeys).toContain('moderate')
    const verdict = { entryId: 'e', result: 'solved' as const, stars: 5, word: '好', wordState: 'pending' as const }
    expect(buildRecord({ handling: 'closed', verdict }).queueKeys).toContain('moderate')
    expect(buildRecord({ handling: 'closed', verdict: { ...verdict, wordState: 'approved' } }).queueKeys).not.toContain('moderate')
  })
  it('count as a deputy’s load exactly what is in hand', () => {
    expect(buildRecord({ handling: 'assigned', deputy }).queueKeys).toContain('open')
    expect(buildRecord({ handling: 'answered', deputy }).queueKeys).not.toContain('open')
    expect(buildRecord({ handling: 'assigned', deputy, moderation: 'withdrawn' }).queueKeys).not.toContain('open')
  })
})

it('a like lifts a message by the setting', () => {
  expect(hotScoreOf(1000, 3)).toBe(1000 + 3 * settings.likeWeightMs)
})
