import { settings } from '#settings'
import { newOpenid, type Cloud } from '../factories/cloud'
import { buildMessage } from '../factories/messages'
import { startCloud } from './cloud'

let cloud: Cloud
beforeEach(async () => {
  cloud = await startCloud()
})
afterEach(() => cloud.stop())

const DAY = 24 * 60 * 60 * 1000
const days = (count: number) => cloud.setClock(Date.now() + count * DAY)

it('closes what was answered and judged by nobody in time, and never calls it solved', async () => {
  const { author, page } = await buildMessage(cloud, 'answered')
  days(settings.deadlines.verdictDays - 1)
  expect(await cloud.runJobs()).toMatchObject({ lapsed: 0 })
  days(settings.deadlines.verdictDays + 1)
  expect(await cloud.runJobs()).toMatchObject({ lapsed: 1 })
  const closed = await cloud.ok(author, 'messages.read', { id: page.id })
  expect(closed).toMatchObject({ status: 'closed', unread: true })
  expect(closed.verdict).toBeUndefined()
  expect(closed.timeline[closed.timeline.length - 1]).toMatchObject({ type: 'lapsed', by: { role: 'staff' } })
})

it('closes each once, however many timers run at the same time', async () => {
  const messages = [await buildMessage(cloud, 'answered'), await buildMessage(cloud, 'answered')]
  days(settings.deadlines.verdictDays + 1)
  await Promise.all([cloud.runJobs(), cloud.runJobs(), cloud.runJobs()])
  expect(await cloud.runJobs()).toMatchObject({ lapsed: 0 })
  for (const { author, page } of messages) {
    const { timeline } = await cloud.ok(author, 'messages.read', { id: page.id })
    expect(timeline.filter(({ type }) => type === 'lapsed')).toHaveLength(1)
  }
})

it('leaves alone what was judged, and what was not answered', async () => {
  const solved = await buildMessage(cloud, 'solved')
  const open = await buildMessage(cloud, 'assigned')
  days(settings.deadlines.verdictDays + 1)
  expect(await cloud.runJobs()).toMatchObject({ lapsed: 0 })
  expect((await cloud.ok(solved.author, 'messages.read', { id: solved.page.id })).status).toBe('solved')
  expect((await cloud.ok(open.author, 'messages.read', { id: open.page.id })).status).toBe('assigned')
})

it('counts likes anew where a counter went astray, and changes nothing where it did not', async () => {
  const { page } = await buildMessage(cloud)
  await cloud.ok(newOpenid('fan'), 'likes.set', { id: page.id, liked: true })
  await cloud.ok(newOpenid('fan'), 'likes.set', { id: page.id, liked: true })
  cloud.spoil('messages', page.id, { likes: 7 })
  expect(await cloud.runJobs()).toMatchObject({ repaired: 0 })
  cloud.setClock(Date.now() + 5 * 60 * 1000)
  await Promise.all([cloud.runJobs(), cloud.runJobs()])
  expect(await cloud.runJobs()).toMatchObject({ repaired: 0 })
  expect((await cloud.ok(newOpenid('reader'), 'messages.read', { id: page.id })).likes).toBe(2)
})
