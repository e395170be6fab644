import { presentCard, presentPage, type Viewer } from '../../cloudfunctions/messages/present'
import type { Entry } from '../../cloudfunctions/messages/record'
import type { Relation } from '../../cloudfunctions/messages/rules'
import { maySee, relationsTo } from '../../cloudfunctions/messages/viewer'
import { buildActor, buildRecord } from '../factories/record'

const SECRET = 'SECRET'
const by = { personId: `${SECRET}-person`, role: 'staff', name: `${SECRET}-name`, recordId: `${SECRET}-record` } as const
const deputyBy = { personId: `${SECRET}-person`, role: 'deputy', name: '王代表', level: 'district', recordId: `${SECRET}-record` } as const
const entry = (type: Entry['type'], more: Partial<Entry> = {}): Entry => ({ id: `id-${type}`, digest: `${SECRET}-digest`, type, atMs: 1, by, ...more })

/** A message with something secret in every place where there could be something. */
const record = buildRecord({
  authorId: `${SECRET}-author`,
  bodyDigest: `${SECRET}-digest`,
  photos: ['cloud://env.bucket/photos/a.jpg'],
  place: { name: '人民路口', point: { lat: 31.70212345, lon: 119.93777777 } },
  moderationReason: `${SECRET}-reason`,
  deputy: { id: 'deputy-1', name: '王代表', level: 'district' },
  handling: 'handling',
  verdict: { entryId: 'id-judged', result: 'partly', stars: 3, word: `${SECRET}-word`, wordState: 'pending' },
  timeline: [
    entry('submitted', { by: { personId: `${SECRET}-author`, role: 'citizen', name: '早起的居民' } }),
    entry('changesAsked', { text: `${SECRET}-reason` }),
    entry('edited', { by: { personId: `${SECRET}-author`, role: 'citizen', name: '早起的居民' } }),
    entry('hidden', { text: `${SECRET}-reason` }),
    entry('unhidden'),
    entry('assigned', { to: { id: 'deputy-0', name: '李代表' }, reasons: [`${SECRET}-reasons`] }),
    entry('declined', { text: `${SECRET}-declined`, by: deputyBy }),
    entry('forwarded', { to: { id: 'unit-1', name: '区教育局' }, text: `${SECRET}-note`, by: deputyBy }),
    entry('progressed', { text: '在办', photos: ['cloud://env.bucket/photos/b.jpg'] }),
    entry('answered', { text: '第一版', by: deputyBy }),
    entry('corrected', { text: '第二版', about: 'id-answered', by: deputyBy }),
    entry('judged', { text: `${SECRET}-word`, result: 'partly', stars: 3, by: { personId: `${SECRET}-author`, role: 'citizen', name: '早起的居民' } }),
  ],
})
const urls = new Map([
  ['cloud://env.bucket/photos/a.jpg', 'https://files/a'],
  ['cloud://env.bucket/photos/b.jpg', 'https://files/b'],
])
const viewer = (...relations: Relation[]): Viewer => ({ relations, liked: false, urls })

function* keysAndStrings(value: unknown, path = ''): Generator<string> {
  if (typeof value === 'string') yield `${path}=${value}`
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    yield `${path}.${key}`
    yield* keysAndStrings(member, `${path}.${key}`)
  }
}
const leaks = (view: unknown): string[] =>
  [...keysAndStrings(JSON.parse(JSON.stringify(view)))].filter((line) => line.includes(SECRET) || /openid|personId|authorId|digest|recordId|listKeys|queueKeys|cloud:\/\//i.test(line))

describe('what the public is shown', () => {
  const page = presentPage(record, viewer())

  it('holds nothing that is not theirs, under any key', () => {
    expect(leaks(page)).toEqual([])
    expect(leaks(presentCard(record, { isAuthor: false, liked: false }))).toEqual([])
  })
  it('has the place to about a kilometre', () => {
    expect(page.place).toEqual({ name: '人民路口', point: { lat: 31.7, lon: 119.94 } })
  })
  it('has the public part of the timeline only', () => {
    expect(page.timeline.map(({ type }) => type)).toEqual(['submitted', 'assigned', 'forwarded', 'progressed', 'answered', 'corrected', 'judged'])
  })
  it('has the verdict at once and its word only when a person approved it', () => {
    expect(page.verdict).toEqual({ result: 'partly', stars: 3, word: undefined })
    const approved = buildRecord({
      ...record,
      verdict: { entryId: 'id-judged', result: 'partly', stars: 3, word: '还行', wordState: 'approved' },
      timeline: [entry('judged', { text: '还行', result: 'partly', stars: 3 }), entry('wordApproved', { about: 'id-judged' })],
    })
    const shown = presentPage(approved, viewer())
    expect(shown.verdict?.word).toBe('还行')
    expect(shown.timeline).toEqual([expect.objectContaining({ type: 'judged', text: '还行' })])
  })
  it('never has the word of a verdict that was refused', () => {
    const refused = { ...record, timeline: [...record.timeline, entry('wordRejected', { about: 'id-judged', text: `${SECRET}-reason` })] }
    expect(leaks(presentPage(refused, viewer()))).toEqual([])
  })
  it('shows a corrected answer as corrected, with what it said first', () => {
    expect(page.timeline.find(({ type }) => type === 'answered')).toMatchObject({ text: '第二版', originalText: '第一版', correctedAtMs: 1 })
  })
  it('gives photos as URLs, without their ids', () => {
    expect(page.photos).toEqual([{ url: 'https://files/a' }])
  })
  it('offers liking and nothing else', () => {
    expect(Object.entries(page.abilities).filter(([, may]) => may)).toEqual([['like', true]])
  })
  it('shows a message without its photos when there are no URLs', () => {
    expect(presentPage(record, { ...viewer(), urls: new Map() }).photos).toEqual([])
  })
})

describe('what others are shown', () => {
  it('the author reads the reason, the state of the word and the exact place', () => {
    const page = presentPage(record, viewer('author'))
    expect(page.moderation.reason).toBe(`${SECRET}-reason`)
    expect(page.timeline.find(({ type }) => type === 'judged')).toMatchObject({ text: `${SECRET}-word`, wordState: 'pending' })
    expect(page.place?.point?.lat).toBe(31.70212345)
    expect(page.isAuthor).toBe(true)
  })
  it('the author does not read why a deputy declined', () => {
    expect(presentPage(record, viewer('author')).timeline.find(({ type }) => type === 'declined')?.text).toBeUndefined()
  })
  it('a deputy and a unit do not read the reasons of moderation', () => {
    for (const relation of ['deputy', 'unit'] as const) {
      const page = presentPage(record, viewer(relation))
      expect(page.moderation.reason).toBeUndefined()
      expect(page.timeline.map(({ type }) => type)).not.toContain('hidden')
    }
  })
  it('nobody is told which member of staff it was, nor anybody’s ids', () => {
    for (const relation of ['author', 'office', 'deputy', 'unit'] as const) {
      const strings = [...keysAndStrings(presentPage(record, viewer(relation)))].join('\n')
      expect(strings).not.toMatch(new RegExp(`${SECRET}-(name|person|author|record|digest)`))
    }
  })
  it('only an author who may edit is given the photos’ ids', () => {
    const asked = buildRecord({ ...record, moderation: 'changesAsked' })
    expect(presentPage(asked, viewer('author')).photos).toEqual([{ url: 'https://files/a', id: 'cloud://env.bucket/photos/a.jpg' }])
    expect(presentPage(asked, viewer('office')).photos).toEqual([{ url: 'https://files/a' }])
  })
})

describe('who may see a message that is not public', () => {
  const hidden = buildRecord({ moderation: 'hidden', deputy: { id: 'd1', name: '王', level: 'town' }, unit: { id: 'u1', name: '局', done: false }, handling: 'handling' })
  it.each([
    ['its author', { personId: 'person-author' }, true],
    ['staff', { role: 'staff' as const, record: { id: 's1', kind: 'staff' as const, name: '甲' } }, true],
    ['its deputy', { role: 'deputy' as const, record: { id: 'd1', kind: 'deputy' as const, name: '王' } }, true],
    ['another deputy', { role: 'deputy' as const, record: { id: 'd2', kind: 'deputy' as const, name: '李' } }, false],
    ['its unit', { role: 'unit' as const, record: { id: 'u1', kind: 'unit' as const, name: '局' } }, true],
    ['another unit', { role: 'unit' as const, record: { id: 'u2', kind: 'unit' as const, name: '局' } }, false],
    ['a unit with the deputy’s id', { role: 'unit' as const, record: { id: 'd1', kind: 'unit' as const, name: '局' } }, false],
    ['a revoked deputy', { role: 'citizen' as const, record: { id: 'd1', kind: 'deputy' as const, name: '王' } }, false],
    ['a citizen', {}, false],
    ['a visitor', { role: 'visitor' as const }, false],
  ])('%s', (_, actor, sees) => {
    expect(maySee(hidden, relationsTo(hidden, buildActor(actor)))).toBe(sees)
  })
  it.each(['rejected', 'withdrawn'] as const)('not its deputy once it was %s', (moderation) => {
    const gone = buildRecord({ ...hidden, moderation })
    const deputy = buildActor({ role: 'deputy', record: { id: 'd1', kind: 'deputy', name: '王' } })
    expect(maySee(gone, relationsTo(gone, deputy))).toBe(false)
  })
})
