import { contract, type ActionName, type Input } from '#contract'
import { newKey, newOpenid, type Cloud } from '../factories/cloud'
import { buildBody, buildMessage } from '../factories/messages'
import { startCloud } from './cloud'

let cloud: Cloud
let admin: string
let before: string
const collections = ['messages', 'likes', 'people', 'deputies', 'units', 'staff', 'invites', 'rosters', 'stations']
const everything = (): string => JSON.stringify(collections.map((name) => cloud.stored(name)))

beforeAll(async () => {
  cloud = await startCloud()
  const { staff } = await buildMessage(cloud, 'answered')
  admin = staff
  before = everything()
})
afterAll(() => cloud.stop())

const onMessage = { id: 'some-id', version: 1 }
const photo = 'cloud://test-env.bucket/photos/somebody-else.jpg'
/** An input that the schema accepts, for every action there is. */
const samples: { [Name in ActionName]: Input<Name> } = {
  'messages.list': { sort: 'newest', town: 'hutang', category: 'traffic', stage: 'waiting' },
  'messages.read': { id: 'some-id' },
  'messages.mine': {},
  'messages.box': { box: 'all' },
  'messages.submit': buildBody({ place: { name: '路口', point: { lat: 31, lon: 119 } }, photos: [photo] }),
  'messages.edit': { ...onMessage, body: buildBody({ photos: [photo] }) },
  'messages.withdraw': onMessage,
  'messages.seen': { id: 'some-id' },
  'messages.judge': { ...onMessage, result: 'solved', stars: 5, word: '谢谢' },
  'messages.moderate': { ...onMessage, decision: 'reject', reason: '理由' },
  'messages.assign': { ...onMessage, deputyId: 'some-deputy' },
  'messages.decline': { ...onMessage, reason: '理由' },
  'messages.remark': { ...onMessage, text: '一句话' },
  'messages.forward': { ...onMessage, unitId: 'some-unit', text: '说明' },
  'messages.progress': { ...onMessage, text: '在办', photos: [photo], completed: true },
  'messages.answer': { ...onMessage, text: '答复' },
  'messages.correct': { ...onMessage, entryId: 'some-entry', text: '更正' },
  'likes.set': { id: 'some-id', liked: true },
  'photos.prepare': { count: 2 },
  'photos.own': { photos: [photo] },
  'me.read': {},
  'me.register': { nickname: '路人甲', phoneCode: 'some-code' },
  'me.redeem': { code: 'ABCDEFGHIJ' },
  'people.deputies': { town: 'hutang' },
  'people.deputy': { id: 'some-id' },
  'people.units': {},
  'people.staff': {},
  'people.saveDeputy': { id: 'some-id', name: '王代表', level: 'town', town: 'hutang', constituency: '一', subjects: ['traffic'], active: true },
  'people.saveUnit': { id: 'some-id', name: '某局', subjects: ['traffic'], active: true },
  'people.invite': { role: 'deputy', recordId: 'some-id' },
  'people.revoke': { role: 'deputy', recordId: 'some-id' },
  'routing.propose': { id: 'some-id' },
  'stations.list': { town: 'hutang' },
  'stations.save': { id: 'some-id', kind: 'home', name: '某站', town: 'hutang', address: '某路', phone: '110', point: { lat: 31, lon: 119 }, hours: '全天' },
}

type Json = null | string | number | boolean | Json[] | { [key: string]: Json }

/** Every place in a value, as the copies in which `bad` stands there. */
function* spoiled(value: Json, bad: Json): Generator<Json> {
  yield bad
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) for (const copy of spoiled(member, bad)) yield value.map((other, at) => (at === index ? copy : other))
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) for (const copy of spoiled(member, bad)) yield { ...value, [name]: copy }
  }
}

const LONE_SURROGATE = '一二三四五六七八九十\uD83D'
const bads: Array<[string, Json]> = [
  ['an operator', { $ne: null }],
  ['another operator', { $gt: '' }],
  ['a script', { $where: 'sleep(1000)' }],
  ['a list of operators', [{ $regex: '.*' }]],
  ['a lone surrogate', LONE_SURROGATE],
  ['a control character', '一二三四五六七八九十\u0000'],
]

describe.each(Object.keys(contract) as ActionName[])('%s', (action) => {
  it('refuses operators, scripts and half characters in any field', async () => {
    const sample = samples[action] as Json
    for (const [, bad] of bads) {
      for (const input of spoiled(sample, bad)) {
        const { answer, requests } = await cloud.send(admin, { action, input, key: newKey() })
        // Opaque words of WeChat's may hold anything a string can: they reach no query.
        const opaque = action === 'me.register' && typeof bad === 'string' && JSON.stringify(input).includes('phoneCode') && !JSON.stringify(input).includes('some-code')
        expect({ action, input, answer }).toMatchObject({ answer: { ok: false, error: { code: opaque ? expect.any(String) as unknown : 'invalid' } } })
        if (!opaque) expect(requests).toEqual([])
      }
    }
  })

  it('refuses what it does not know, and a body of the wrong type', async () => {
    const sample = samples[action]
    for (const input of [{ ...sample, smuggled: 'admin' }, { ...sample, $set: { role: 'admin' } }, JSON.parse('{"__proto__": {"role": "admin"}, "x": 1}') as unknown, 'text', 7, [], [sample], true]) {
      expect((await cloud.send(admin, { action, input, key: newKey() })).answer).toMatchObject({ ok: false, error: { code: 'invalid' } })
    }
  })

  it('needs a proper key if it writes', async () => {
    if (!contract[action].writes) return
    for (const key of [undefined, null, '', 'short', { $ne: null }, 'x'.repeat(65), 'a'.repeat(15) + '\uD83D', 12345678901234567890]) {
      expect((await cloud.send(admin, { action, input: samples[action], key })).answer).toMatchObject({ ok: false, error: { code: 'invalid', field: 'key' } })
    }
  })
})

it('nothing of all this changed anything', () => {
  expect(everything()).toBe(before)
})

describe('an event', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'messages', 'messages.drop', '', 'messages.LIST'])('with the unknown action "%s" is told so', async (action) => {
    expect((await cloud.send(admin, { action, input: {} })).answer).toMatchObject({ error: { code: 'unknown_action' } })
  })
  it.each([{}, { action: null }, { action: { $ne: null } }, { action: ['me.read'] }])('without a proper action is refused: %j', async (event) => {
    expect((await cloud.send(admin, event)).answer).toMatchObject({ error: { code: 'unknown_action' } })
  })
})

describe('the sentences of a refusal', () => {
  it('are Chinese and name the field', async () => {
    const short = await cloud.call(admin, 'messages.submit', buildBody({ text: '太短' }))
    expect(short).toEqual({ ok: false, error: { code: 'invalid', message: '留言内容至少写 10 个字。', field: 'text' } })
    const nested = (await cloud.send(admin, { action: 'messages.edit', input: { ...onMessage, body: { ...buildBody(), kind: 'x' } }, key: newKey() })).answer
    expect(nested).toMatchObject({ error: { message: '请选择类型。', field: 'body.kind' } })
  })
  it('never hold an English word of the libraries', async () => {
    for (const input of [{ sort: 'x' }, { sort: 'newest', more: 1 }, { sort: 5 }, 'x']) {
      const { answer } = await cloud.send(admin, { action: 'messages.list', input })
      expect(answer.ok || answer.error.message).not.toMatch(/[a-z]{3}/i)
    }
  })
})

describe('size', () => {
  it('a text of 2,000 characters fits and one more does not, counted as people count', async () => {
    const { author } = await buildMessage(cloud)
    expect((await cloud.call(author, 'messages.submit', buildBody({ text: '😀'.repeat(2000) }))).ok).toBe(true)
    expect(await cloud.call(author, 'messages.submit', buildBody({ text: '字'.repeat(2001) }))).toMatchObject({ error: { code: 'invalid', field: 'text' } })
  })
  it('ten photos are too many', async () => {
    const photos = Array.from({ length: 10 }, () => photo)
    expect(await cloud.call(newOpenid('x'), 'photos.own', { photos })).toMatchObject({ error: { code: 'invalid', field: 'photos' } })
  })
})
