import { newKey, newOpenid, type Cloud } from '../factories/cloud'
import { buildMessage } from '../factories/messages'
import { startCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())

const likesOf = async (id: string): Promise<number> => (await cloud.ok(newOpenid('reader'), 'messages.read', { id })).likes

it('anybody likes and takes it back, and is told the number', async () => {
  const { page } = await buildMessage(cloud)
  const fan = newOpenid('fan')
  expect(await cloud.ok(fan, 'likes.set', { id: page.id, liked: true })).toEqual({ id: page.id, liked: true, likes: 1 })
  expect(await cloud.ok(newOpenid('fan'), 'likes.set', { id: page.id, liked: true })).toMatchObject({ likes: 2 })
  expect(await cloud.ok(fan, 'messages.read', { id: page.id })).toMatchObject({ liked: true, likes: 2 })
  expect(await cloud.ok(fan, 'likes.set', { id: page.id, liked: false })).toMatchObject({ liked: false, likes: 1 })
  expect(await cloud.ok(fan, 'likes.set', { id: page.id, liked: true })).toMatchObject({ likes: 2 })
})

it('one person is counted once, of twenty likes at once', async () => {
  const { page } = await buildMessage(cloud)
  const fan = newOpenid('fan')
  const answers = await Promise.all(Array.from({ length: 20 }, () => cloud.ok(fan, 'likes.set', { id: page.id, liked: true })))
  expect(answers.every(({ liked, likes }) => liked && likes === 1)).toBe(true)
  expect(await likesOf(page.id)).toBe(1)
})

it('twenty people at once are twenty', async () => {
  const { page } = await buildMessage(cloud)
  await Promise.all(Array.from({ length: 20 }, () => cloud.ok(newOpenid('fan'), 'likes.set', { id: page.id, liked: true })))
  expect(await likesOf(page.id)).toBe(20)
})

it('taking back what was never liked changes nothing', async () => {
  const { page } = await buildMessage(cloud)
  expect(await cloud.ok(newOpenid('fan'), 'likes.set', { id: page.id, liked: false })).toEqual({ id: page.id, liked: false, likes: 0 })
})

it('many changes of mind at once end in a number that agrees with the like', async () => {
  const { page } = await buildMessage(cloud)
  const fan = newOpenid('fan')
  await Promise.all(Array.from({ length: 20 }, (_, n) => cloud.call(fan, 'likes.set', { id: page.id, liked: n % 2 === 0 })))
  const { liked, likes } = await cloud.ok(fan, 'messages.read', { id: page.id })
  expect(likes).toBe(liked ? 1 : 0)
})

it('a repeated call under its key has one effect, and none with another body', async () => {
  const { page } = await buildMessage(cloud)
  const fan = newOpenid('fan')
  const key = newKey()
  for (let n = 0; n < 20; n++) await cloud.ok(fan, 'likes.set', { id: page.id, liked: true }, key)
  expect(await cloud.call(fan, 'likes.set', { id: page.id, liked: false }, key)).toMatchObject({ error: { code: 'key_reused' } })
  expect(await likesOf(page.id)).toBe(1)
})

it('what is not public is not there to be liked, not even for its author', async () => {
  const { author, page } = await buildMessage(cloud, 'pending')
  const secret = await buildMessage(cloud, 'approved', { visibility: 'deputies' })
  for (const [openid, id] of [[author, page.id], [newOpenid('fan'), page.id], [secret.author, secret.page.id], [newOpenid('fan'), 'not-there']] as const) {
    expect(await cloud.call(openid, 'likes.set', { id, liked: true })).toMatchObject({ error: { code: 'not_found' } })
  }
})
