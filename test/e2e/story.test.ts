import { encode } from 'jpeg-js'
import { chromium, type Browser } from 'playwright-core'
import type { Emulator } from '../../emulator'
import { startCloud } from '../../preview/cloud'
import type { Cloud } from '../factories/cloud'
import { buildCitizen, buildDeputy, buildStaff, buildUnit, type Official } from '../factories/people'
import { remoteCloud } from '../factories/remote'
import { browserPath } from './browser'
import { Person } from './person'

jest.setTimeout(180_000)

const FIRST_ADMIN_CODE = 'FIRST-ADMIN-CODE-0001'
const DEMAND = '滆湖东路公交站台夜间没有照明，老人下车看不清台阶，希望尽快装灯。'

let emulator: Emulator
let cloud: Cloud
let browser: Browser
let staff: string
let deputy: Official
let unit: Official
const people: Person[] = []

const arrive = async (openid: string, path?: string): Promise<Person> => {
  const person = await Person.arrive(browser, emulator.url, openid)
  people.push(person)
  await person.open(path)
  return person
}

beforeAll(async () => {
  emulator = await startCloud({ dataDir: ':memory:', secrets: { KEY_SECRET: 'only for tests: 0123456789abcdef', FIRST_ADMIN_CODE }, site: true, strict: true, timers: false, demo: true })
  cloud = remoteCloud(emulator.url, FIRST_ADMIN_CODE)
  staff = await buildStaff(cloud)
  deputy = await buildDeputy(cloud, { name: '陈代表' })
  unit = await buildUnit(cloud)
  browser = await chromium.launch({
    executablePath: browserPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })
})
afterEach(async () => {
  const faults = people.flatMap((person) => person.faults)
  await Promise.all(people.splice(0).map((person) => person.leave()))
  expect(faults).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await emulator?.stop()
})

/** The one message of the story, found the way its author finds it. */
const storyId = async (author: string): Promise<string> => (await cloud.ok(author, 'messages.mine', {})).items[0]?.id ?? ''

test('a demand goes from a first visit to the citizen who says it is solved', async () => {
  const author = 'o-story-author'
  const citizen = await arrive(author)
  await citizen.tap('我要留言')
  await citizen.write(DEMAND)
  await citizen.pick('哪个镇、街道', '湖塘镇')
  await citizen.pick('类别', '道路交通')
  await citizen.tap('看看公开后的样子')
  // Nobody is asked who they are before they have something to send.
  await citizen.reads('第一次留言，先认识一下')
  await citizen.tap('我已阅读并同意隐私说明')
  await citizen.write('湖边的老王', 'input[placeholder^="如："]')
  await citizen.tap('用微信手机号登记')
  await citizen.tap('确认发送')
  await citizen.reads('已经收到您的留言')
  const id = await storyId(author)

  const stranger = await arrive('o-story-stranger')
  await stranger.reads('还没有公开的留言')

  const clerk = await arrive(staff, 'staff/queue/index?box=moderate')
  await clerk.tap(/滆湖东路公交站台/)
  await clerk.tap(/^通过$/)
  await clerk.reads('待审核')
  await clerk.open(`staff/assign/index?id=${id}`)
  await clerk.reads('陈代表')
  await clerk.tap(/^交给 /)
  await clerk.reads('有事想说')

  await stranger.open()
  await stranger.reads(/滆湖东路公交站台/)
  await stranger.tapCalled('点赞')

  const chen = await arrive(deputy.openid, 'deputy/tasks/index')
  await chen.tap(/滆湖东路公交站台/)
  await chen.reads('办到哪一步了')
  await chen.open(`deputy/reply/index?id=${id}&mode=remark`)
  await chen.write('昨晚去看过，确实很暗。')
  await chen.tap(/^发出/)
  await chen.reads('有事想说')
  await chen.open(`deputy/reply/index?id=${id}&mode=forward`)
  await chen.tap('区交通运输局')
  await chen.tap(/^转交/)
  await chen.reads('有事想说')

  const office = await arrive(unit.openid, 'unit/tasks/index')
  await office.reads(/滆湖东路公交站台/)
  await office.open(`unit/report/index?id=${id}`)
  await office.tap('已经办完')
  await office.write('灯已装好，每晚六点半亮。')
  await office.tap(/^报告办结$/)
  await office.reads('有事想说')

  await chen.open(`deputy/reply/index?id=${id}&mode=answer`)
  await chen.write('灯已全部装好，以后不亮了可以再留言。')
  await chen.tap(/^发出答复$/)
  await chen.reads('有事想说')

  await citizen.open('pages/me/index')
  await citizen.reads('我的留言')
  await citizen.open(`pages/message/index?id=${id}`)
  await citizen.reads('灯已全部装好')
  await citizen.tap('评价是否解决')
  await citizen.tap('解决了')
  await citizen.tapCalled('5 星')
  await citizen.write('很快就有人来看了，谢谢。')
  await citizen.tap('提交评价')

  await stranger.open(`pages/message/index?id=${id}`)
  await stranger.reads('已解决')
  await expect(stranger.words('很快就有人来看了').count()).resolves.toBe(0)
  await clerk.open(`staff/moderate/index?id=${id}`)
  await clerk.tap('公开这段话')
  await stranger.open(`pages/message/index?id=${id}`)
  await stranger.reads('很快就有人来看了')
})

test('a draft survives closing the page', async () => {
  const author = await buildCitizen(cloud)
  const citizen = await arrive(author, 'citizen/post/index')
  await citizen.write('写到一半，电话来了，这段话要还在。')
  await citizen.reads('已存草稿')
  await citizen.open('citizen/post/index')
  await citizen.reads(/恢复.*草稿/)
  await expect(citizen.page.locator('textarea').filter({ visible: true }).last().inputValue()).resolves.toBe('写到一半，电话来了，这段话要还在。')
})

test('a send whose answer was lost makes one message, found again by the next try', async () => {
  const author = await buildCitizen(cloud)
  const citizen = await arrive(author, 'citizen/post/index')
  await citizen.write('花园街的路灯坏了，晚上走路看不清。')
  await citizen.pick('哪个镇、街道', '牛塘镇')
  await citizen.pick('类别', '道路交通')
  await citizen.tap('看看公开后的样子')
  await citizen.reads('确认发送')
  let lost = 0
  await citizen.page.route('**/fn/api', async (route) => {
    if (!route.request().postData()?.includes('messages.submit') || lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort('connectionreset')
  })
  await citizen.tap('确认发送')
  await citizen.reads(/没有网络|没等到回音/)
  await citizen.tap(/再发一次/)
  await citizen.reads('已经收到您的留言')
  expect(lost).toBe(1)
  expect((await cloud.ok(author, 'messages.mine', {})).items).toHaveLength(1)
})

test('the words edited after a lost answer are not swallowed', async () => {
  const author = await buildCitizen(cloud)
  const citizen = await arrive(author, 'citizen/post/index')
  await citizen.write('第一种写法：延政路的窨井盖松了。')
  await citizen.pick('哪个镇、街道', '牛塘镇')
  await citizen.pick('类别', '道路交通')
  await citizen.tap('看看公开后的样子')
  let lost = false
  await citizen.page.route('**/fn/api', async (route) => {
    if (lost || !route.request().postData()?.includes('messages.submit')) return route.continue()
    lost = true
    await route.fetch()
    await route.abort('connectionreset')
  })
  await citizen.tap('确认发送')
  await citizen.reads(/没有网络|没等到回音/)
  await citizen.tap('再改改')
  await citizen.write('第二种写法：延政路和常武路口的窨井盖都松了。')
  await citizen.tap('看看公开后的样子')
  await citizen.tap(/确认发送|再发一次/)
  await citizen.reads(/发成功|已经收到|已经发/)
  expect((await cloud.ok(author, 'messages.mine', {})).items.map((item) => item.excerpt)).toEqual(['第一种写法：延政路的窨井盖松了。'])
})

test('a like is shown at once and taken back when the server says no', async () => {
  const author = await buildCitizen(cloud)
  const sent = await cloud.ok(author, 'messages.submit', { kind: 'help', category: 'traffic', text: '淹城路的公交站牌倒了，看不到车次。', photos: [], town: 'xihu', visibility: 'public' })
  await cloud.ok(staff, 'messages.moderate', { id: sent.id, version: sent.version, decision: 'approve' })
  const reader = await arrive('o-fan', `pages/message/index?id=${sent.id}`)
  await reader.reads('淹城路的公交站牌倒了')
  await reader.page.route('**/fn/api', (route) => (route.request().postData()?.includes('likes.set') ? route.abort('connectionreset') : route.continue()))
  await reader.tapCalled('点赞')
  await reader.reads(/没有网络/)
  await reader.page.unroute('**/fn/api')
  await reader.tapCalled('点赞')
  await reader.page.waitForTimeout(300)
  await reader.open(`pages/message/index?id=${sent.id}`)
  await reader.reads(/已赞\s*1/)
})

test('a photo arrives without the place where it was taken', async () => {
  const author = await buildCitizen(cloud)
  const citizen = await arrive(author, 'citizen/post/index')
  const chooser = citizen.page.waitForEvent('filechooser')
  await citizen.tapCalled('添加照片')
  await (await chooser).setFiles({ name: 'street.jpg', mimeType: 'image/jpeg', buffer: photoWithPlace() })
  const answer = await citizen.page.waitForResponse((response) => response.url().includes('/files/upload'))
  const { fileID } = (await answer.json()) as { fileID: string }
  const { photos } = await cloud.ok(author, 'photos.own', { photos: [fileID] })
  const stored = Buffer.from(await (await fetch(photos[0]?.url ?? '')).arrayBuffer())
  expect(stored.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  expect(stored.includes('Exif')).toBe(false)
  expect(stored.includes('SECRET-PLACE')).toBe(false)
})

/** A small JPEG whose camera wrote down where it was. */
function photoWithPlace(): Buffer {
  const plain = encode({ data: Buffer.alloc(16 * 16 * 4, 200), width: 16, height: 16 }, 80).data
  const note = Buffer.from('Exif\0\0SECRET-PLACE 31.70N 119.93E')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(note.length + 2)
  return Buffer.concat([plain.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, note, plain.subarray(2)])
}
