import type { ActionName, Input } from '#contract'
import { newKey, newOpenid, type Cloud } from '../factories/cloud'
import { buildBody, buildMessage, type Case } from '../factories/messages'
import { buildCitizen, buildDeputy, buildUnit } from '../factories/people'
import { startCloud } from './cloud'

let cloud: Cloud
/** One of each role, who have nothing to do with any message here. */
let strangers: string[]
beforeAll(async () => {
  cloud = await startCloud()
  strangers = [newOpenid('visitor'), await buildCitizen(cloud), (await buildDeputy(cloud)).openid, (await buildUnit(cloud)).openid]
})
afterAll(() => cloud.stop())

describe('who is calling', () => {
  it('is told by WeChat and never by the event', async () => {
    const { author, page } = await buildMessage(cloud, 'pending')
    const thief = newOpenid('thief')
    const forged = { openid: author, OPENID: author, personId: author, userInfo: { openId: author }, WX_OPENID: author }
    for (const event of [
      { action: 'messages.read', input: { id: page.id }, ...forged },
      { action: 'messages.withdraw', input: { id: page.id, version: page.version }, key: newKey(), ...forged },
    ]) {
      expect((await cloud.send(thief, event)).answer).toMatchObject({ ok: false, error: { code: 'not_found' } })
    }
    expect((await cloud.send(thief, { action: 'messages.read', input: { id: page.id, openid: author } })).answer).toMatchObject({ error: { code: 'invalid' } })
  })
  it('must be known for anything at all', async () => {
    for (const action of ['messages.list', 'me.read', 'stations.list'])
      expect((await cloud.send(undefined, { action, input: { sort: 'newest' } })).answer).toMatchObject({ error: { code: 'unauthenticated' } })
  })
  it('may have an openid that is all digits', async () => {
    const { id } = (await buildMessage(cloud)).page
    await cloud.ok('123456789012345', 'likes.set', { id, liked: true })
    expect((await cloud.ok('123456789012345', 'messages.read', { id })).liked).toBe(true)
    expect((await cloud.ok('123456789012346', 'messages.read', { id })).liked).toBe(false)
  })
})

describe('a message that is not public', () => {
  it.each(['pending', 'rejected', 'changesAsked', 'hidden', 'withdrawn', 'for deputies'] as const)('answers strangers like one that does not exist: %s', async (state) => {
    const { author, staff, page } = await buildMessage(cloud, 'pending', state === 'for deputies' ? { visibility: 'deputies' } : {})
    const seen = { id: page.id, version: page.version }
    if (state === 'rejected') await cloud.ok(staff, 'messages.moderate', { ...seen, decision: 'reject', reason: '理由' })
    if (state === 'changesAsked') await cloud.ok(staff, 'messages.moderate', { ...seen, decision: 'askChanges', reason: '理由' })
    if (state === 'withdrawn') await cloud.ok(author, 'messages.withdraw', seen)
    if (state === 'hidden' || state === 'for deputies') await cloud.ok(staff, 'messages.moderate', { ...seen, decision: 'approve' })
    if (state === 'hidden') await cloud.ok(staff, 'messages.moderate', { ...seen, version: 2, decision: 'hide', reason: '理由' })
    for (const stranger of strangers) {
      const missing = await cloud.call(stranger, 'messages.read', { id: 'not-there' })
      expect(await cloud.call(stranger, 'messages.read', { id: page.id })).toEqual(missing)
      expect(await cloud.call(stranger, 'messages.withdraw', seen)).toEqual(missing)
      expect(await cloud.call(stranger, 'likes.set', { id: page.id, liked: true })).toEqual(missing)
    }
    for (const reader of [author, staff]) expect((await cloud.call(reader, 'messages.read', { id: page.id })).ok).toBe(true)
  })
})

describe('acts on somebody else’s message', () => {
  let told: Case
  beforeAll(async () => {
    told = await buildMessage(cloud, 'answered')
  })
  const acts: { [Name in ActionName]?: (seen: { id: string; version: number }) => Input<Name> } = {
    'messages.edit': (seen) => ({ ...seen, body: buildBody() }),
    'messages.withdraw': (seen) => seen,
    'messages.judge': (seen) => ({ ...seen, result: 'solved', stars: 5 }),
    'messages.moderate': (seen) => ({ ...seen, decision: 'hide', reason: '理由' }),
    'messages.assign': (seen) => ({ ...seen, deputyId: 'anybody' }),
    'messages.decline': (seen) => ({ ...seen, reason: '理由' }),
    'messages.remark': (seen) => ({ ...seen, text: '一句话' }),
    'messages.forward': (seen) => ({ ...seen, unitId: 'anybody' }),
    'messages.progress': (seen) => ({ ...seen, text: '在办', photos: [], completed: false }),
    'messages.answer': (seen) => ({ ...seen, text: '答复' }),
    'messages.correct': (seen) => ({ ...seen, entryId: 'entry', text: '更正' }),
  }
  it.each(Object.keys(acts) as Array<keyof typeof acts>)('%s is refused to everybody else, and changes nothing', async (action) => {
    const { page } = told
    const input = acts[action]?.({ id: page.id, version: page.version })
    const before = JSON.stringify(cloud.stored('messages'))
    for (const openid of strangers) {
      const { answer } = await cloud.send(openid, { action, input, key: newKey() })
      expect(answer).toMatchObject({ ok: false })
      expect(!answer.ok && ['forbidden', 'invalid', 'not_found']).toContain(!answer.ok && answer.error.code)
    }
    expect(JSON.stringify(cloud.stored('messages'))).toBe(before)
  })
  it('staff cannot speak in a deputy’s, a unit’s or the author’s name', async () => {
    const { staff, page } = told
    for (const action of ['messages.judge', 'messages.remark', 'messages.progress', 'messages.answer', 'messages.withdraw'] as const) {
      const { answer } = await cloud.send(staff, { action, input: acts[action]?.({ id: page.id, version: page.version }), key: newKey() })
      expect(answer).toMatchObject({ error: { code: 'forbidden' } })
    }
  })
})

describe('what is stored', () => {
  it('has no phone number, code or openid in the clear beside the person’s own', async () => {
    const { author } = await buildMessage(cloud, 'solved')
    for (const collection of ['messages', 'likes', 'deputies', 'units', 'staff', 'invites', 'stations']) {
      expect(JSON.stringify(cloud.stored(collection))).not.toContain(author)
    }
    const people = JSON.stringify(cloud.stored('people'))
    expect(people).not.toMatch(/199\d{8}/)
    expect(JSON.stringify(cloud.stored('invites'))).not.toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}/)
  })
  it('never leaves in an answer to the public', async () => {
    const { author, page } = await buildMessage(cloud, 'solved', { place: { name: '路口', point: { lat: 31.70212345, lon: 119.93777 } } })
    const reader = newOpenid('reader')
    const answers = JSON.stringify([
      await cloud.call(reader, 'messages.read', { id: page.id }),
      await cloud.call(reader, 'messages.list', { sort: 'newest' }),
      await cloud.call(reader, 'messages.list', { sort: 'hottest' }),
    ])
    const [person] = cloud.stored('people').filter((row) => 'openid' in row && row.openid === author)
    expect(answers).not.toContain(author)
    expect(answers).not.toContain(person !== undefined && '_id' in person ? String(person._id) : 'missing')
    expect(answers).not.toMatch(/31\.702|openid|personId|digest|listKeys|queueKeys|谢谢代表/)
  })
})
