/** @jest-environment jsdom */
import { settings } from '#settings'
import { buildMessage } from '../factories/messages'
import { buildCitizen } from '../factories/people'
import { serve, type Served } from './cloud'
import { Phone } from './phone'

jest.setTimeout(120_000)

let served: Served
beforeAll(async () => {
  served = await serve()
})
afterAll(async () => {
  await served.stop()
})

const phoneOf = (openid: string): Phone => {
  const phone = new Phone(served.url, openid)
  phone.launch()
  return phone
}

describe('the list', () => {
  test('shows a public message with its kind, category and town', async () => {
    await buildMessage(served.cloud, 'approved', { text: '湖塘桥下的路灯坏了一个星期，晚上很黑。' })
    const page = await phoneOf('o-reader-1').open('pages/messages/index')
    await page.until('湖塘桥下的路灯坏了一个星期')
    expect(page.text).toMatch(/求助.*道路交通.*湖塘镇/)
  })

  test('does not show a message that nobody has approved yet', async () => {
    await buildMessage(served.cloud, 'pending', { text: '这一条还没有人审核过，不该出现在这里。' })
    const page = await phoneOf('o-reader-2').open('pages/messages/index')
    await page.until('湖塘桥下的路灯坏了一个星期')
    expect(page.text).not.toContain('这一条还没有人审核过')
  })

  test('opens a message when it is tapped', async () => {
    const { page: message } = await buildMessage(served.cloud, 'approved', { text: '延政路的窨井盖松了，车压过去响。' })
    const phone = phoneOf('o-reader-3')
    const page = await phone.open('pages/messages/index')
    await page.until('延政路的窨井盖松了')
    page.tap('延政路的窨井盖松了')
    expect(phone.asked.navigateTo).toEqual([`/pages/message/index?id=${message.id}`])
  })

  test('likes a message and keeps the like', async () => {
    const { page: message } = await buildMessage(served.cloud, 'approved', { text: '花园街的垃圾桶太少，周末都溢出来了。' })
    const phone = phoneOf('o-reader-4')
    const page = await phone.open('pages/messages/index')
    await page.until('花园街的垃圾桶太少')
    page.tapCalled('点赞', '花园街的垃圾桶太少')
    const liked = async () => (await served.cloud.ok('o-reader-4', 'messages.read', { id: message.id })).likes
    const end = Date.now() + 20_000
    while ((await liked()) === 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await liked()).toBe(1)
    expect(phone.asked.navigateTo).toEqual([])
  })

  test('says what is wrong without a network, and offers to try again', async () => {
    const phone = phoneOf('o-reader-5')
    phone.before = async () => {
      throw Object.assign(new Error('no network'), { errMsg: 'cloud.callFunction:fail request:fail' })
    }
    const page = await phone.open('pages/messages/index')
    await page.until('没有网络')
    expect(page.text).toContain(settings.phones.office.number)
    phone.before = async () => undefined
    page.tap('再试一次')
    await page.until('花园街的垃圾桶太少')
  })
})

describe('the page of a message', () => {
  test('tells the way from the demand to the answer, and who spoke', async () => {
    const { page: message } = await buildMessage(served.cloud, 'answered')
    const page = await phoneOf('o-reader-6').open('pages/message/index', { id: message.id })
    await page.until('红绿灯已经修好。')
    for (const words of ['留言已收到', '审核通过', '王代表', '区交通运输局', '代表答复']) expect(page.text).toContain(words)
  })

  test('says that a message is gone, where a stranger asks for one that is not public', async () => {
    const { page: message } = await buildMessage(served.cloud, 'pending')
    const page = await phoneOf('o-reader-7').open('pages/message/index', { id: message.id })
    await page.until('不存在')
    expect(page.text).not.toContain('红绿灯')
  })
})

describe('the form', () => {
  test('names what is missing before anything is sent', async () => {
    const author = await buildCitizen(served.cloud)
    const phone = phoneOf(author)
    const calls: string[] = []
    phone.before = async (_name, data) => {
      calls.push((data as { action: string }).action)
    }
    const page = await phone.open('citizen/post/index')
    await page.until('公开给大家看')
    page.type('太短')
    page.tap('看看公开后的样子')
    await page.until('留言内容至少写 10 个字')
    expect(calls).not.toContain('messages.submit')
  })

  test('keeps the draft on the phone while it is written', async () => {
    const author = await buildCitizen(served.cloud)
    const phone = phoneOf(author)
    const page = await phone.open('citizen/post/index')
    await page.until('公开给大家看')
    page.type('写到一半，手机没电了，这段字还在。')
    const end = Date.now() + 10_000
    while (!JSON.stringify([...phone.storage.values()]).includes('手机没电了') && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50))
    expect(JSON.stringify([...phone.storage.values()])).toContain('手机没电了')
  })
})
