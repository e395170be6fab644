import { newKey, newOpenid, type Cloud, type CloudRequest } from '../factories/cloud'
import { buildBody, buildMessage } from '../factories/messages'
import { buildCitizen } from '../factories/people'
import { startCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())

/** Requests to the database of one successful call. An instance keeps nothing between calls, so each counts like the first. */
async function requestsOf(openid: string, action: string, input: unknown): Promise<CloudRequest[]> {
  const { answer, requests } = await cloud.send(openid, { action, input, key: newKey() })
  expect(answer).toMatchObject({ ok: true })
  return requests.filter((request) => request.action.startsWith('database.'))
}

it('the public list asks once, and twice when something in it can be liked', async () => {
  const { page } = await buildMessage(cloud)
  expect(await requestsOf(newOpenid('reader'), 'messages.list', { sort: 'newest' })).toHaveLength(1)
  await cloud.ok(newOpenid('fan'), 'likes.set', { id: page.id, liked: true })
  expect(await requestsOf(newOpenid('reader'), 'messages.list', { sort: 'hottest', town: 'hutang' })).toHaveLength(2)
})

it('a message’s page asks at most four times, for whoever reads it', async () => {
  const { author, staff, deputy, unit, page } = await buildMessage(cloud, 'solved')
  for (const openid of [newOpenid('reader'), author, staff, deputy.openid, unit.openid]) {
    expect((await requestsOf(openid, 'messages.read', { id: page.id })).length).toBeLessThanOrEqual(4)
  }
})

it('a submission asks at most six times', async () => {
  expect((await requestsOf(await buildCitizen(cloud), 'messages.submit', buildBody())).length).toBeLessThanOrEqual(6)
})

it('a like asks at most four times, set, set again, taken back and set anew', async () => {
  const { page } = await buildMessage(cloud)
  const fan = newOpenid('fan')
  for (const liked of [true, true, false, false, true]) {
    expect((await requestsOf(fan, 'likes.set', { id: page.id, liked })).length).toBeLessThanOrEqual(4)
  }
})

it('the list of stations asks once', async () => {
  expect(await requestsOf(newOpenid('reader'), 'stations.list', {})).toHaveLength(1)
})

it('a proposal asks once for all the loads', async () => {
  const { staff, page } = await buildMessage(cloud)
  const requests = await requestsOf(staff, 'routing.propose', { id: page.id })
  expect(requests.filter(({ action }) => action === 'database.aggregateDocuments')).toHaveLength(1)
})
