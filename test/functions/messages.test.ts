import type { MessagePage } from '#contract/views'
import type { Cloud } from '../factories/cloud'
import { newKey } from '../factories/cloud'
import { buildBody, buildMessage } from '../factories/messages'
import { asAdmin, buildCitizen, buildDeputy, buildStaff, buildUnit } from '../factories/people'
import { startCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())

const seen = ({ id, version }: MessagePage) => ({ id, version })
const read = (openid: string, id: string) => cloud.ok(openid, 'messages.read', { id })
const types = (page: MessagePage) => page.timeline.map(({ type }) => type)

describe('the main line', () => {
  it('goes from a demand to a verdict, and everyone can read it', async () => {
    const { author, page } = await buildMessage(cloud, 'solved')
    expect(page).toMatchObject({ status: 'solved', verdict: { result: 'solved', stars: 5, word: '谢谢代表' }, isAuthor: true })
    const stranger = await read(await buildCitizen(cloud), page.id)
    expect(types(stranger)).toEqual(['submitted', 'approved', 'assigned', 'forwarded', 'completed', 'answered', 'judged'])
    expect(stranger.verdict).toEqual({ result: 'solved', stars: 5 })
    expect((await read(author, page.id)).timeline.map(({ by }) => by.role)).toEqual(['citizen', 'staff', 'staff', 'deputy', 'unit', 'deputy', 'citizen'])
  })

  it('shows the verdict’s word to the public once staff have approved it', async () => {
    const { staff, page } = await buildMessage(cloud, 'solved')
    const approved = await cloud.ok(staff, 'messages.moderate', { ...seen(page), decision: 'approveWord' })
    expect(approved.abilities.decideWord).toBe(false)
    expect((await read(await buildCitizen(cloud), page.id)).verdict?.word).toBe('谢谢代表')
  })

  it('keeps a refused word from the public and tells the author why', async () => {
    const { author, staff, page } = await buildMessage(cloud, 'solved')
    await cloud.ok(staff, 'messages.moderate', { ...seen(page), decision: 'rejectWord', reason: '有他人姓名' })
    expect((await read(await buildCitizen(cloud), page.id)).verdict?.word).toBeUndefined()
    const mine = await read(author, page.id)
    expect(mine.timeline.find(({ type }) => type === 'judged')?.wordState).toBe('rejected')
    expect(mine.timeline.find(({ type }) => type === 'wordRejected')?.text).toBe('有他人姓名')
  })

  it('goes back to the deputy when it was not wholly solved, and can be answered and judged again', async () => {
    const { author, deputy, page } = await buildMessage(cloud, 'partly')
    expect(page).toMatchObject({ status: 'handling', reopened: 1 })
    const tasks = await cloud.ok(deputy.openid, 'messages.box', { box: 'tasks' })
    expect(tasks.items.map(({ id }) => id)).toContain(page.id)
    const again = await cloud.ok(deputy.openid, 'messages.answer', { ...seen(page), text: '又修了一次。' })
    const solved = await cloud.ok(author, 'messages.judge', { ...seen(again), result: 'solved', stars: 4 })
    expect(solved.status).toBe('solved')
  })

  it('lets a deputy correct an answer, and shows that it was corrected', async () => {
    const { deputy, page } = await buildMessage(cloud, 'answered')
    const entry = page.timeline.find(({ type }) => type === 'answered')
    if (entry === undefined) throw new Error('no answer')
    await cloud.ok(deputy.openid, 'messages.correct', { ...seen(page), entryId: entry.id, text: '红绿灯下周修好。' })
    const shown = (await read(await buildCitizen(cloud), page.id)).timeline.find(({ type }) => type === 'answered')
    expect(shown).toMatchObject({ text: '红绿灯下周修好。', originalText: '红绿灯已经修好。' })
    expect(shown?.correctedAtMs).toBeGreaterThan(0)
  })

  it('can be declined, and the one who declined is proposed last', async () => {
    const { staff, deputy, page } = await buildMessage(cloud, 'assigned')
    await buildDeputy(cloud, { town: 'lijia', subjects: [] })
    await cloud.ok(deputy.openid, 'messages.decline', { ...seen(page), reason: '人在外地' })
    const { candidates } = await cloud.ok(staff, 'routing.propose', { id: page.id })
    const place = candidates.findIndex(({ deputyId }) => deputyId === deputy.recordId)
    expect(place === -1 || place === candidates.length - 1).toBe(true)
    expect((await read(staff, page.id)).timeline.find(({ type }) => type === 'declined')?.text).toBe('人在外地')
  })

  it('can be assigned anew, and then the first deputy can do nothing more', async () => {
    const { staff, deputy, page } = await buildMessage(cloud, 'assigned')
    const other = await buildDeputy(cloud)
    const again = await cloud.ok(staff, 'messages.assign', { ...seen(page), deputyId: other.recordId })
    expect(again.handling.deputy?.id).toBe(other.recordId)
    expect(await cloud.call(deputy.openid, 'messages.answer', { ...seen(again), text: '我来答复' })).toMatchObject({ error: { code: 'forbidden' } })
    expect((await cloud.ok(deputy.openid, 'messages.box', { box: 'tasks' })).items).toEqual([])
  })

  it('is with the unit until it reports completion, and only that unit reports', async () => {
    const { unit, page } = await buildMessage(cloud, 'forwarded')
    const other = await buildUnit(cloud)
    const report = { ...seen(page), text: '派人去了', photos: [], completed: false }
    expect(await cloud.call(other.openid, 'messages.progress', report)).toMatchObject({ error: { code: 'forbidden' } })
    const progressed = await cloud.ok(unit.openid, 'messages.progress', report)
    expect((await cloud.ok(unit.openid, 'messages.box', { box: 'tasks' })).items).toHaveLength(1)
    await cloud.ok(unit.openid, 'messages.progress', { ...seen(progressed), text: '好了', photos: [], completed: true })
    expect((await cloud.ok(unit.openid, 'messages.box', { box: 'tasks' })).items).toEqual([])
    expect((await cloud.ok(unit.openid, 'messages.box', { box: 'done' })).items).toHaveLength(1)
  })

  it('has a deadline at every step', async () => {
    const { page } = await buildMessage(cloud, 'assigned')
    const assigned = page.timeline.find(({ type }) => type === 'assigned')
    expect(page.dueAtMs).toBe((assigned?.atMs ?? 0) + 7 * 24 * 60 * 60 * 1000)
    expect(assigned?.dueAtMs).toBe(page.dueAtMs)
    expect(assigned?.reasons?.length).toBeGreaterThan(0)
  })
})

describe('moderation', () => {
  it('keeps a new message from everybody but its author and staff', async () => {
    const { author, staff, page } = await buildMessage(cloud, 'pending')
    expect(page).toMatchObject({ status: 'pending', moderation: { state: 'pending' } })
    expect((await cloud.ok(author, 'messages.mine', {})).items[0]?.id).toBe(page.id)
    expect((await cloud.ok(staff, 'messages.box', { box: 'moderate' })).items.map(({ id }) => id)).toContain(page.id)
    const list = await cloud.ok(author, 'messages.list', { sort: 'newest' })
    expect(list.items.map(({ id }) => id)).not.toContain(page.id)
  })

  it('tells the author why a message was rejected, and nobody else', async () => {
    const { author, staff, page } = await buildMessage(cloud, 'pending')
    await cloud.ok(staff, 'messages.moderate', { ...seen(page), decision: 'reject', reason: '内容与本地无关' })
    expect((await read(author, page.id)).moderation).toEqual({ state: 'rejected', reason: '内容与本地无关' })
    expect(await cloud.call(await buildCitizen(cloud), 'messages.read', { id: page.id })).toMatchObject({ error: { code: 'not_found' } })
  })

  it('takes an edited message back to the queue with the nickname it was written under', async () => {
    const { author, staff, page } = await buildMessage(cloud, 'pending')
    const asked = await cloud.ok(staff, 'messages.moderate', { ...seen(page), decision: 'askChanges', reason: '请写明位置' })
    await cloud.ok(author, 'me.register', { nickname: '换了的昵称' })
    expect((await read(author, page.id)).authorName).toBe('早起的居民')
    const edited = await cloud.ok(author, 'messages.edit', { ...seen(asked), body: buildBody({ text: '人民路与延政路口的红绿灯坏了。' }) })
    expect(edited).toMatchObject({ status: 'pending', authorName: '换了的昵称', text: '人民路与延政路口的红绿灯坏了。' })
    expect(edited.moderation.reason).toBeUndefined()
  })

  it('takes a published message out of the lists at once when a change is asked for', async () => {
    const { staff, page } = await buildMessage(cloud, 'assigned')
    const asked = await cloud.ok(staff, 'messages.moderate', { ...seen(page), decision: 'askChanges', reason: '有他人电话' })
    expect(asked).toMatchObject({ status: 'changesAsked', handling: { state: 'assigned' } })
    expect(await cloud.call(await buildCitizen(cloud), 'messages.read', { id: page.id })).toMatchObject({ error: { code: 'not_found' } })
  })

  it('hides and brings back', async () => {
    const { staff, page } = await buildMessage(cloud, 'approved')
    const reader = await buildCitizen(cloud)
    const hidden = await cloud.ok(staff, 'messages.moderate', { ...seen(page), decision: 'hide', reason: '核实中' })
    expect(await cloud.call(reader, 'messages.read', { id: page.id })).toMatchObject({ error: { code: 'not_found' } })
    await cloud.ok(staff, 'messages.moderate', { ...seen(hidden), decision: 'unhide' })
    expect((await read(reader, page.id)).status).toBe('waiting')
  })

  it('lets the author take a message back for good', async () => {
    const { author, deputy, page } = await buildMessage(cloud, 'assigned')
    const gone = await cloud.ok(author, 'messages.withdraw', seen(page))
    expect(gone.status).toBe('withdrawn')
    expect(Object.values(gone.abilities).some(Boolean)).toBe(false)
    expect((await cloud.ok(deputy.openid, 'messages.box', { box: 'tasks' })).items).toEqual([])
    expect(await cloud.call(deputy.openid, 'messages.read', { id: page.id })).toMatchObject({ error: { code: 'not_found' } })
  })

  it('routes a message for the deputies, which no list shows', async () => {
    const { deputy, page } = await buildMessage(cloud, 'assigned', { visibility: 'deputies' })
    expect((await read(deputy.openid, page.id)).text).toContain('红绿灯')
    expect(await cloud.call(await buildCitizen(cloud), 'messages.read', { id: page.id })).toMatchObject({ error: { code: 'not_found' } })
    expect((await cloud.ok(deputy.openid, 'messages.list', { sort: 'newest' })).items.map(({ id }) => id)).not.toContain(page.id)
  })
})

describe('the author’s badge', () => {
  it('comes with what others do and goes when it was seen', async () => {
    const { author, page } = await buildMessage(cloud, 'approved')
    expect((await cloud.ok(author, 'me.read', {})).badges.mine).toBe(1)
    expect((await cloud.ok(author, 'messages.mine', {})).items[0]?.unread).toBe(true)
    await cloud.ok(author, 'messages.seen', { id: page.id })
    await cloud.ok(author, 'messages.seen', { id: page.id })
    expect((await cloud.ok(author, 'me.read', {})).badges.mine).toBe(0)
  })
  it('cannot be taken away by somebody else', async () => {
    const { author, page } = await buildMessage(cloud, 'approved')
    expect(await cloud.call(await buildCitizen(cloud), 'messages.seen', { id: page.id })).toMatchObject({ error: { code: 'not_found' } })
    expect((await cloud.ok(author, 'me.read', {})).badges.mine).toBe(1)
  })
})

describe('two who decide at once', () => {
  it('on a pending message: exactly one decides, the other is told of the conflict', async () => {
    const { page } = await buildMessage(cloud, 'pending')
    const [one, two] = [await asAdmin(cloud), await buildStaff(cloud)]
    const answers = await Promise.all([
      cloud.call(one, 'messages.moderate', { ...seen(page), decision: 'approve' }),
      cloud.call(two, 'messages.moderate', { ...seen(page), decision: 'reject', reason: '不合适' }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'conflict')).toHaveLength(1)
    expect(types(await read(one, page.id))).toHaveLength(2)
  })
  it('an answer against a new assignment: one of them', async () => {
    const { staff, deputy, page } = await buildMessage(cloud, 'assigned')
    const other = await buildDeputy(cloud)
    const answers = await Promise.all([
      cloud.call(deputy.openid, 'messages.answer', { ...seen(page), text: '已经修好' }),
      cloud.call(staff, 'messages.assign', { ...seen(page), deputyId: other.recordId }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('a repeated call', () => {
  it('of a submission makes one message, also when many arrive at once', async () => {
    const author = await buildCitizen(cloud)
    const key = newKey()
    const pages = await Promise.all(Array.from({ length: 20 }, () => cloud.ok(author, 'messages.submit', buildBody(), key)))
    expect(new Set(pages.map(({ id }) => id)).size).toBe(1)
    expect((await cloud.ok(author, 'messages.mine', {})).items).toHaveLength(1)
  })
  it('with another body is refused and swallows nothing', async () => {
    const author = await buildCitizen(cloud)
    const key = newKey()
    const first = await cloud.ok(author, 'messages.submit', buildBody(), key)
    const other = buildBody({ text: '改过的内容，和刚才不一样。' })
    expect(await cloud.call(author, 'messages.submit', other, key)).toMatchObject({ error: { code: 'key_reused' } })
    expect((await read(author, first.id)).text).toBe(buildBody().text)
  })
  it('of another person under the same key is another message', async () => {
    const [one, two] = [await buildCitizen(cloud), await buildCitizen(cloud)]
    const key = newKey()
    const pages = [await cloud.ok(one, 'messages.submit', buildBody(), key), await cloud.ok(two, 'messages.submit', buildBody(), key)]
    expect(pages[0]?.id).not.toBe(pages[1]?.id)
  })
  it('of every decision has one effect', async () => {
    const { author, staff, deputy, unit, page } = await buildMessage(cloud, 'forwarded')
    const twenty = async (act: (key: string) => Promise<MessagePage>): Promise<MessagePage> => {
      const key = newKey()
      const pages = await Promise.all(Array.from({ length: 20 }, () => act(key)))
      for (const one of pages) expect(one.version).toBe(pages[0]?.version)
      const [first] = pages
      if (first === undefined) throw new Error('no answer')
      return first
    }
    let now = page
    const progress = { text: '在办', photos: [], completed: false }
    now = await twenty((key) => cloud.ok(unit.openid, 'messages.progress', { ...seen(page), ...progress }, key))
    const [remarked, before] = [now, now]
    now = await twenty((key) => cloud.ok(deputy.openid, 'messages.remark', { ...seen(before), text: '我在盯着' }, key))
    const at = now
    now = await twenty((key) => cloud.ok(deputy.openid, 'messages.answer', { ...seen(at), text: '修好了' }, key))
    const answered = now
    now = await twenty((key) => cloud.ok(author, 'messages.judge', { ...seen(answered), result: 'unsolved', stars: 1, word: '没修' }, key))
    const judged = now
    now = await twenty((key) => cloud.ok(staff, 'messages.moderate', { ...seen(judged), decision: 'hide', reason: '核实' }, key))
    const hidden = now
    now = await twenty((key) => cloud.ok(author, 'messages.withdraw', seen(hidden), key))
    expect(remarked.version).toBe(page.version + 1)
    expect(now.version).toBe(page.version + 6)
    expect(now.reopened).toBe(1)
    expect(types(await read(author, page.id)).slice(-6)).toEqual(['progressed', 'remarked', 'answered', 'judged', 'hidden', 'withdrawn'])
  })
  it('of a decision with another body under the same key is refused', async () => {
    const { staff, page } = await buildMessage(cloud, 'pending')
    const key = newKey()
    await cloud.ok(staff, 'messages.moderate', { ...seen(page), decision: 'approve' }, key)
    expect(await cloud.call(staff, 'messages.moderate', { ...seen(page), decision: 'hide', reason: '核实' }, key)).toMatchObject({ error: { code: 'key_reused' } })
  })
  it('of a decline is answered although the deputy can no longer see the message', async () => {
    const { deputy, page } = await buildMessage(cloud, 'assigned', { visibility: 'deputies' })
    const key = newKey()
    const first = await cloud.ok(deputy.openid, 'messages.decline', { ...seen(page), reason: '人在外地' }, key)
    expect((await cloud.ok(deputy.openid, 'messages.decline', { ...seen(page), reason: '人在外地' }, key)).version).toBe(first.version)
    expect(await cloud.call(deputy.openid, 'messages.read', { id: page.id })).toMatchObject({ error: { code: 'not_found' } })
  })
})

describe('the limits', () => {
  it('refuse the sixth message in an hour and take one again when it is over', async () => {
    const author = await buildCitizen(cloud)
    for (let n = 0; n < 5; n++) await cloud.ok(author, 'messages.submit', buildBody())
    expect(await cloud.call(author, 'messages.submit', buildBody())).toMatchObject({ error: { code: 'too_fast' } })
    cloud.setClock(Date.now() + 61 * 60 * 1000)
    const later = await cloud.call(author, 'messages.submit', buildBody())
    cloud.setClock(null)
    expect(later.ok).toBe(true)
  })
  it('refuse a town or a category that is not in the settings, and name the field', async () => {
    const author = await buildCitizen(cloud)
    expect(await cloud.call(author, 'messages.submit', buildBody({ town: 'nowhere' }))).toMatchObject({ error: { code: 'invalid', field: 'town' } })
    expect(await cloud.call(author, 'messages.submit', buildBody({ category: 'nothing' }))).toMatchObject({ error: { code: 'invalid', field: 'category' } })
  })
})
