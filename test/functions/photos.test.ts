import { type Cloud } from '../factories/cloud'
import { buildBody, buildMessage } from '../factories/messages'
import { buildCitizen } from '../factories/people'
import { startCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())

async function take(openid: string, count = 1): Promise<string[]> {
  const { paths } = await cloud.ok(openid, 'photos.prepare', { count })
  return Promise.all(paths.map((path) => cloud.upload(openid, path)))
}
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version })

describe('a photo', () => {
  it('is taken from its own uploader and shown by an expiring URL', async () => {
    const author = await buildCitizen(cloud)
    const photos = await take(author, 3)
    const page = await cloud.ok(author, 'messages.submit', buildBody({ photos }))
    expect(page.photos).toHaveLength(3)
    const [first] = page.photos
    expect((await fetch(first?.url ?? '')).status).toBe(200)
    expect(first).toEqual({ url: expect.stringContaining('sign=') as unknown })
    expect(page.photoCount).toBe(3)
  })

  it.each([
    ['somebody else’s upload', async (other: string) => (await take(other))[0]],
    ['a path nobody was given', async () => 'cloud://test-env.emulator/photos/mine.jpg'],
    ['another environment', async (_: string, own: string) => own.replace('test-env', 'other-env')],
    ['a way up', async (_: string, own: string) => own.replace('/photos/', '/photos/../photos/')],
    ['a file of the system', async () => 'cloud://test-env.emulator/../../etc/passwd'],
  ])('is refused when it is %s', async (_, forge) => {
    const [author, other] = [await buildCitizen(cloud), await buildCitizen(cloud)]
    const [own = ''] = await take(author)
    const forged = (await forge(other, own)) ?? ''
    expect(await cloud.call(author, 'messages.submit', buildBody({ photos: [own, forged] }))).toMatchObject({ error: { code: 'invalid', field: 'photos.1' } })
    expect(await cloud.call(author, 'photos.own', { photos: [forged] })).toMatchObject({ error: { code: 'invalid', field: 'photos.0' } })
  })

  it('that was issued and never uploaded is left out, and the message is shown', async () => {
    const author = await buildCitizen(cloud)
    const { paths } = await cloud.ok(author, 'photos.prepare', { count: 1 })
    const [uploaded = ''] = await take(author)
    const missing = uploaded.replace(/photos\/.*$/, paths[0] ?? '')
    const page = await cloud.ok(author, 'messages.submit', buildBody({ photos: [uploaded, missing] }))
    expect(page.photos).toHaveLength(1)
  })

  it('of an unpublished message has a URL for its author and staff only', async () => {
    const author = await buildCitizen(cloud)
    const page = await cloud.ok(author, 'messages.submit', buildBody({ photos: await take(author) }))
    expect(await cloud.call(await buildCitizen(cloud), 'messages.read', { id: page.id })).toMatchObject({ error: { code: 'not_found' } })
  })

  it('may stay when its author is asked to change the message', async () => {
    const { staff } = await buildMessage(cloud)
    const author = await buildCitizen(cloud)
    const page = await cloud.ok(author, 'messages.submit', buildBody({ photos: await take(author, 2) }))
    await cloud.ok(staff, 'messages.moderate', { ...seen(page), decision: 'askChanges', reason: '换一张清楚的' })
    const asked = await cloud.ok(author, 'messages.read', { id: page.id })
    const kept = asked.photos.map(({ id }) => id ?? '')
    const edited = await cloud.ok(author, 'messages.edit', { ...seen(asked), body: buildBody({ photos: [kept[1] ?? '', ...(await take(author))] }) })
    expect(edited.photos).toHaveLength(2)
  })

  it('of a unit’s report is shown with the report, and has to be the unit’s own', async () => {
    const { author, unit, page } = await buildMessage(cloud, 'forwarded')
    const report = { ...seen(page), text: '修好了，见照片', completed: true }
    expect(await cloud.call(unit.openid, 'messages.progress', { ...report, photos: await take(author) })).toMatchObject({ error: { code: 'invalid', field: 'photos.0' } })
    const done = await cloud.ok(unit.openid, 'messages.progress', { ...report, photos: await take(unit.openid) })
    expect(done.timeline.find(({ type }) => type === 'completed')?.photos).toHaveLength(1)
  })

  it('of a draft taken up again gets a fresh URL', async () => {
    const author = await buildCitizen(cloud)
    const photos = await take(author, 2)
    const { photos: fresh } = await cloud.ok(author, 'photos.own', { photos })
    expect(fresh.map(({ id }) => id)).toEqual(photos)
    expect((await fetch(fresh[0]?.url ?? '')).status).toBe(200)
  })
})
