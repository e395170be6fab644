import type { MessageCard } from '#contract/views'
import type { Cloud } from '../factories/cloud'
import { newOpenid } from '../factories/cloud'
import { buildMessage, type buildBody } from '../factories/messages'
import { asAdmin, buildCitizen } from '../factories/people'
import { startCloud } from './cloud'

let cloud: Cloud
const visitor = newOpenid('visitor')
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())

type Filter = Omit<Parameters<typeof cloud.ok<'messages.list'>>[2], 'cursor'>
async function all(filter: Filter): Promise<MessageCard[]> {
  const items: MessageCard[] = []
  let cursor: string | undefined
  do {
    const page = await cloud.ok(visitor, 'messages.list', { ...filter, cursor })
    expect(page.items.length).toBeLessThanOrEqual(20)
    items.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return items
}

async function publish(changes: Parameters<typeof buildBody>[0] = {}): Promise<string> {
  return (await buildMessage(cloud, 'approved', changes)).page.id
}

describe('public lists', () => {
  let ids: string[]
  beforeAll(async () => {
    ids = []
    // Frozen to the same instant again and again, so that the pages have ties to break.
    for (let n = 0; n < 45; n++) {
      cloud.setClock(Date.UTC(2026, 11, 1, 0, 0, n % 3))
      ids.push(await publish(n % 5 === 0 ? { town: 'lijia', category: 'health' } : {}))
    }
    cloud.setClock(null)
  }, 120_000)

  it('give every public message once, newest first, page after page', async () => {
    const items = await all({ sort: 'newest' })
    expect(items.map(({ id }) => id).sort()).toEqual([...ids].sort())
    const times = items.map(({ createdAtMs }) => createdAtMs)
    expect(times).toEqual([...times].sort((a, b) => b - a))
  })
  it.each([{ town: 'lijia' }, { category: 'health' }, { town: 'lijia', category: 'health' }, { town: 'lijia', category: 'health', stage: 'waiting' as const }])('filter by %j', async (filter) => {
    const items = await all({ sort: 'newest', ...filter })
    expect(items).toHaveLength(9)
    expect(items.every(({ town, category }) => town === 'lijia' && category === 'health')).toBe(true)
  })
  it('are empty for a filter that nothing meets', async () => {
    expect(await cloud.ok(visitor, 'messages.list', { sort: 'hottest', stage: 'solved' })).toEqual({ items: [] })
  })
  it('put what is liked above what is new, in the hottest list', async () => {
    const old = ids[0] ?? ''
    for (let n = 0; n < 3; n++) await cloud.ok(newOpenid('fan'), 'likes.set', { id: old, liked: true })
    const [first] = await all({ sort: 'hottest' })
    expect(first).toMatchObject({ id: old, likes: 3, liked: false })
  })
  it('say what the caller likes', async () => {
    const fan = newOpenid('fan')
    await cloud.ok(fan, 'likes.set', { id: ids[1] ?? '', liked: true })
    const { items } = await cloud.ok(fan, 'messages.list', { sort: 'hottest' })
    expect(items.filter(({ liked }) => liked).map(({ id }) => id)).toEqual([ids[1]])
  })
  it('refuse a cursor that was forged or comes from another list', async () => {
    const { next } = await cloud.ok(visitor, 'messages.list', { sort: 'newest' })
    expect(await cloud.call(visitor, 'messages.list', { sort: 'hottest', cursor: next })).toMatchObject({ error: { code: 'invalid', field: 'cursor' } })
    const forged = Buffer.from(JSON.stringify(['newest', { $gt: 0 }, 'a'])).toString('base64url')
    expect(await cloud.call(visitor, 'messages.list', { sort: 'newest', cursor: forged })).toMatchObject({ error: { code: 'invalid', field: 'cursor' } })
  })
})

describe('boxes', () => {
  it('give staff what waits, oldest first', async () => {
    const staff = await asAdmin(cloud)
    await buildMessage(cloud, 'pending')
    await buildMessage(cloud, 'pending')
    const { items } = await cloud.ok(staff, 'messages.box', { box: 'moderate' })
    const times = items.map(({ createdAtMs }) => createdAtMs)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect((await cloud.ok(staff, 'me.read', {})).badges).toMatchObject({ moderate: items.length, route: 45 })
  })
  it.each(['moderate', 'route', 'all', 'tasks', 'done'] as const)('%s is closed to a citizen and to a visitor', async (box) => {
    for (const openid of [await buildCitizen(cloud), visitor]) {
      expect(await cloud.call(openid, 'messages.box', { box })).toMatchObject({ error: { code: 'forbidden' } })
    }
  })
  it('keep staff out of a deputy’s, and a deputy out of staff’s', async () => {
    const { staff, deputy } = await buildMessage(cloud, 'assigned')
    expect(await cloud.call(staff, 'messages.box', { box: 'tasks' })).toMatchObject({ error: { code: 'forbidden' } })
    expect(await cloud.call(deputy.openid, 'messages.box', { box: 'all' })).toMatchObject({ error: { code: 'forbidden' } })
    expect((await cloud.ok(deputy.openid, 'me.read', {})).badges).toEqual({ mine: 0, tasks: 1 })
  })
})
