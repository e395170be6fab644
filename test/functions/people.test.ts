import { settings } from '#settings'
import { newKey, newOpenid, type Cloud } from '../factories/cloud'
import { buildBody, buildMessage } from '../factories/messages'
import { asAdmin, buildCitizen, buildDeputy, buildStaff, buildUnit, invited } from '../factories/people'
import { startCloud } from './cloud'

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.stop())

const { privacyVersion } = settings
const refusedAs = (code: string) => expect.objectContaining({ ok: false, error: expect.objectContaining({ code }) as unknown })
const me = (openid: string) => cloud.ok(openid, 'me.read', {})

describe('getting in', () => {
  it('begins as a visitor who may read and like, and not post', async () => {
    const visitor = newOpenid('visitor')
    expect(await me(visitor)).toEqual({ role: 'visitor', consented: false, canPost: false, badges: { mine: 0 } })
    expect(await cloud.call(visitor, 'messages.submit', buildBody())).toEqual(refusedAs('consent_required'))
  })

  it('asks for nickname and phone after consent', async () => {
    const person = newOpenid('person')
    expect((await cloud.ok(person, 'me.register', { privacyVersion })).role).toBe('visitor')
    expect(await cloud.call(person, 'messages.submit', buildBody())).toEqual(refusedAs('profile_required'))
    await cloud.ok(person, 'me.register', { nickname: '路过的人' })
    expect(await cloud.call(person, 'messages.submit', buildBody())).toEqual(refusedAs('profile_required'))
    const done = await cloud.ok(person, 'me.register', { phoneCode: await cloud.phoneCode(person, '13800138000') })
    expect(done).toMatchObject({ role: 'citizen', canPost: true, nickname: '路过的人', phoneMasked: '138****8000' })
    await cloud.ok(person, 'messages.submit', buildBody())
  })

  it('stores nothing personal before consent', async () => {
    const person = newOpenid('person')
    expect(await cloud.call(person, 'me.register', { nickname: '路过的人' })).toEqual(refusedAs('consent_required'))
    expect(await cloud.call(person, 'me.register', { phoneCode: await cloud.phoneCode(person, '13800138001') })).toEqual(refusedAs('consent_required'))
    expect((await me(person)).nickname).toBeUndefined()
  })

  it('takes consent to the present notice only', async () => {
    expect(await cloud.call(newOpenid('person'), 'me.register', { privacyVersion: '1999-01-01' })).toMatchObject({ error: { code: 'invalid', field: 'privacyVersion' } })
  })

  it.each(['a\nb', '早 起'])('refuses the nickname %j', async (nickname) => {
    expect(await cloud.call(newOpenid('person'), 'me.register', { privacyVersion, nickname })).toMatchObject({ error: { code: 'invalid', field: 'nickname' } })
  })

  it('refuses a phone code that is wrong, spent or somebody else’s', async () => {
    const [one, two] = [newOpenid('person'), newOpenid('person')]
    const code = await cloud.phoneCode(one, '13800138002')
    expect(await cloud.call(two, 'me.register', { privacyVersion, phoneCode: code })).toEqual(refusedAs('phone_failed'))
    await cloud.ok(one, 'me.register', { privacyVersion, phoneCode: code })
    expect(await cloud.call(one, 'me.register', { phoneCode: code })).toEqual(refusedAs('phone_failed'))
    expect(await cloud.call(one, 'me.register', { phoneCode: 'made-up' })).toEqual(refusedAs('phone_failed'))
  })

  it('answers a repeated registration without spending the code twice, and refuses another under its key', async () => {
    const person = newOpenid('person')
    const input = { privacyVersion, nickname: '路过的人', phoneCode: await cloud.phoneCode(person, '13800138003') }
    const key = newKey()
    const first = await cloud.ok(person, 'me.register', input, key)
    expect(await cloud.ok(person, 'me.register', input, key)).toEqual(first)
    expect(await cloud.call(person, 'me.register', { ...input, nickname: '另一个名' }, key)).toEqual(refusedAs('key_reused'))
  })

  it('lets an official post as a citizen once they have a profile', async () => {
    const { openid } = await buildDeputy(cloud)
    expect(await cloud.call(openid, 'messages.submit', buildBody())).toEqual(refusedAs('consent_required'))
    await cloud.ok(openid, 'me.register', { privacyVersion, nickname: '住在湖塘', phoneCode: await cloud.phoneCode(openid, '13800138004') })
    const page = await cloud.ok(openid, 'messages.submit', buildBody())
    expect(page.timeline[0]?.by).toEqual({ role: 'citizen', name: '住在湖塘' })
    expect((await me(openid)).role).toBe('deputy')
  })
})

describe('the first administrator', () => {
  it('is whoever brings the deployer’s code first, and nobody after', async () => {
    const first = await asAdmin(cloud)
    expect(await cloud.call(newOpenid('thief'), 'me.redeem', { code: cloud.firstAdminCode })).toEqual(refusedAs('code_invalid'))
    expect((await cloud.ok(first, 'me.redeem', { code: cloud.firstAdminCode })).role).toBe('admin')
  })
  it('types the code as it was sent, in any case and with or without hyphens', async () => {
    const admin = await asAdmin(cloud)
    expect((await cloud.ok(admin, 'me.redeem', { code: cloud.firstAdminCode.toLowerCase().replaceAll('-', ' ') })).role).toBe('admin')
  })
})

describe('an invitation', () => {
  it('is good for one person, of many who try at once', async () => {
    const admin = await asAdmin(cloud)
    const { code } = await cloud.ok(admin, 'people.invite', { role: 'staff', name: '周敏' })
    const openids = Array.from({ length: 8 }, () => newOpenid('guest'))
    const answers = await Promise.all(openids.map((openid) => cloud.call(openid, 'me.redeem', { code })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'code_invalid')).toHaveLength(7)
    const roles = await Promise.all(openids.map(async (openid) => (await me(openid)).role))
    expect(roles.filter((role) => role === 'staff')).toHaveLength(1)
  })
  it('may be brought again by the one who used it', async () => {
    const admin = await asAdmin(cloud)
    const { code } = await cloud.ok(admin, 'people.invite', { role: 'staff', name: '周敏' })
    const guest = newOpenid('guest')
    for (let n = 0; n < 3; n++) expect((await cloud.ok(guest, 'me.redeem', { code })).role).toBe('staff')
  })
  it('shows the same code when the call is repeated, and another to another intention', async () => {
    const admin = await asAdmin(cloud)
    const key = newKey()
    const first = await cloud.ok(admin, 'people.invite', { role: 'staff', name: '周敏' }, key)
    expect(await cloud.ok(admin, 'people.invite', { role: 'staff', name: '周敏' }, key)).toEqual(first)
    expect(await cloud.call(admin, 'people.invite', { role: 'staff', name: '吴强' }, key)).toEqual(refusedAs('key_reused'))
    expect((await cloud.ok(admin, 'people.invite', { role: 'staff', name: '周敏' })).code).not.toBe(first.code)
    expect(first.code).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/)
  })
  it('expires', async () => {
    const admin = await asAdmin(cloud)
    const { code, expiresAtMs } = await cloud.ok(admin, 'people.invite', { role: 'staff', name: '周敏' })
    cloud.setClock(expiresAtMs + 1)
    const late = await cloud.call(newOpenid('guest'), 'me.redeem', { code })
    cloud.setClock(null)
    expect(late).toEqual(refusedAs('code_invalid'))
  })
  it('that was made up is refused', async () => {
    expect(await cloud.call(newOpenid('guest'), 'me.redeem', { code: 'ABCDE-ABCDE-ABCDE-ABCDE' })).toEqual(refusedAs('code_invalid'))
  })
  it('for a bound record is refused until its holder is revoked', async () => {
    const admin = await asAdmin(cloud)
    const { recordId } = await buildDeputy(cloud)
    expect(await cloud.call(admin, 'people.invite', { role: 'deputy', recordId })).toEqual(refusedAs('wrong_state'))
    await cloud.ok(admin, 'people.revoke', { role: 'deputy', recordId })
    expect((await me(await invited(cloud, admin, { role: 'deputy', recordId }))).role).toBe('deputy')
  })
  it('does not take its user’s other office away', async () => {
    const admin = await asAdmin(cloud)
    const { openid } = await buildDeputy(cloud)
    const { code } = await cloud.ok(admin, 'people.invite', { role: 'staff', name: '周敏' })
    expect(await cloud.call(openid, 'me.redeem', { code })).toEqual(refusedAs('wrong_state'))
    expect((await me(openid)).role).toBe('deputy')
  })
  it('binds a name and a record that the person sees', async () => {
    const { openid, recordId } = await buildUnit(cloud)
    expect(await me(openid)).toMatchObject({ role: 'unit', record: { id: recordId, kind: 'unit', name: '区交通运输局' } })
  })
})

describe('who may invite', () => {
  it('staff invite deputies and units, administrators staff', async () => {
    const staff = await buildStaff(cloud)
    const saved = await cloud.ok(staff, 'people.saveUnit', { name: '区教育局', subjects: [], active: true })
    expect((await cloud.call(staff, 'people.invite', { role: 'unit', recordId: saved.id })).ok).toBe(true)
    expect(await cloud.call(staff, 'people.invite', { role: 'staff', name: '朋友' })).toEqual(refusedAs('forbidden'))
    expect(await cloud.call(staff, 'people.invite', { role: 'admin', name: '自己' })).toEqual(refusedAs('forbidden'))
  })
  it('nobody else does, nor sees the lists of people, nor changes them', async () => {
    const deputy = await buildDeputy(cloud)
    const unit = await buildUnit(cloud)
    for (const openid of [newOpenid('visitor'), await buildCitizen(cloud), deputy.openid, unit.openid]) {
      for (const answer of [
        await cloud.call(openid, 'people.invite', { role: 'deputy', recordId: deputy.recordId }),
        await cloud.call(openid, 'people.revoke', { role: 'deputy', recordId: deputy.recordId }),
        await cloud.call(openid, 'people.saveDeputy', { name: '某某', level: 'town', town: 'hutang', constituency: '一', subjects: [], active: true }),
        await cloud.call(openid, 'people.deputies', {}),
        await cloud.call(openid, 'people.staff', {}),
        await cloud.call(openid, 'stations.save', { kind: 'home', name: '某站', town: 'hutang', address: '某路一号', phone: '110', point: { lat: 31, lon: 119 }, hours: '全天' }),
      ]) expect(answer).toEqual(refusedAs('forbidden'))
    }
  })
})

describe('a role that ends', () => {
  it('ends between two calls when it is revoked', async () => {
    const admin = await asAdmin(cloud)
    const { staff, deputy, page } = await buildMessage(cloud, 'assigned')
    await cloud.ok(staff, 'people.revoke', { role: 'deputy', recordId: deputy.recordId })
    expect(await cloud.call(deputy.openid, 'messages.answer', { id: page.id, version: page.version, text: '我来答复' })).toEqual(refusedAs('forbidden'))
    expect((await me(deputy.openid)).role).toBe('visitor')
    const clerk = await buildStaff(cloud)
    const { record } = await me(clerk)
    await cloud.ok(admin, 'people.revoke', { role: 'staff', recordId: record?.id ?? '' })
    expect(await cloud.call(clerk, 'messages.box', { box: 'all' })).toEqual(refusedAs('forbidden'))
  })
  it('ends when the record is set inactive, and comes back with it', async () => {
    const admin = await asAdmin(cloud)
    const { openid, recordId } = await buildDeputy(cloud)
    const record = { id: recordId, name: '王代表', level: 'district' as const, town: 'hutang', constituency: '一', subjects: [] }
    await cloud.ok(admin, 'people.saveDeputy', { ...record, active: false })
    expect(await cloud.call(openid, 'messages.box', { box: 'tasks' })).toEqual(refusedAs('forbidden'))
    await cloud.ok(admin, 'people.saveDeputy', { ...record, active: true })
    expect((await cloud.call(openid, 'messages.box', { box: 'tasks' })).ok).toBe(true)
  })
  it('cannot be had back with the used code, nor with one given out before', async () => {
    const admin = await asAdmin(cloud)
    const record = await cloud.ok(admin, 'people.saveDeputy', { name: '王代表', level: 'town', town: 'hutang', constituency: '一', subjects: [], active: true })
    const codes = [await cloud.ok(admin, 'people.invite', { role: 'deputy', recordId: record.id }), await cloud.ok(admin, 'people.invite', { role: 'deputy', recordId: record.id })]
    const openid = newOpenid('deputy')
    await cloud.ok(openid, 'me.redeem', { code: codes[0]?.code ?? '' })
    await cloud.ok(admin, 'people.revoke', { role: 'deputy', recordId: record.id })
    for (const { code } of codes) expect(await cloud.call(openid, 'me.redeem', { code })).toEqual(refusedAs('code_invalid'))
    expect((await me(openid)).role).toBe('visitor')
  })
  it('is not ended again by a repeated call after a new invitation', async () => {
    const admin = await asAdmin(cloud)
    const { recordId } = await buildDeputy(cloud)
    const key = newKey()
    await cloud.ok(admin, 'people.revoke', { role: 'deputy', recordId }, key)
    const next = await invited(cloud, admin, { role: 'deputy', recordId })
    for (let n = 0; n < 3; n++) await cloud.ok(admin, 'people.revoke', { role: 'deputy', recordId }, key)
    expect((await me(next)).role).toBe('deputy')
  })
})

describe('the records', () => {
  const input = { name: '李代表', level: 'town' as const, town: 'lijia', constituency: '第二选区', subjects: ['health', 'health'], active: true }
  it('are made once, however often the call is repeated', async () => {
    const admin = await asAdmin(cloud)
    const key = newKey()
    const saved = await Promise.all(Array.from({ length: 20 }, () => cloud.ok(admin, 'people.saveDeputy', input, key)))
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1)
    expect(saved[0]).toEqual({ id: saved[0]?.id, name: '李代表', level: 'town', town: 'lijia', constituency: '第二选区', subjects: ['health'], bound: false, active: true })
    expect(await cloud.call(admin, 'people.saveDeputy', { ...input, name: '张代表' }, key)).toEqual(refusedAs('key_reused'))
  })
  it('are not set back by a late repetition of an older change', async () => {
    const admin = await asAdmin(cloud)
    const { id } = await cloud.ok(admin, 'people.saveDeputy', input)
    const key = newKey()
    await cloud.ok(admin, 'people.saveDeputy', { ...input, id, name: '第一次改' }, key)
    await cloud.ok(admin, 'people.saveDeputy', { ...input, id, name: '第二次改' })
    expect((await cloud.ok(admin, 'people.saveDeputy', { ...input, id, name: '第一次改' }, key)).name).toBe('第二次改')
  })
  it('are listed by town, and refuse a town or a subject that is not there', async () => {
    const admin = await asAdmin(cloud)
    await cloud.ok(admin, 'people.saveDeputy', { ...input, town: 'xueyan' })
    const { items } = await cloud.ok(admin, 'people.deputies', { town: 'xueyan' })
    expect(items).toHaveLength(1)
    expect(await cloud.call(admin, 'people.saveDeputy', { ...input, town: 'nowhere' })).toMatchObject({ error: { code: 'invalid', field: 'town' } })
    expect(await cloud.call(admin, 'people.saveDeputy', { ...input, subjects: ['nothing'] })).toMatchObject({ error: { code: 'invalid', field: 'subjects' } })
    expect(await cloud.call(admin, 'people.saveDeputy', { ...input, id: 'not-there' })).toEqual(refusedAs('not_found'))
  })
  it('of units can be read by the deputies who forward to them', async () => {
    const { openid } = await buildDeputy(cloud)
    const { recordId } = await buildUnit(cloud)
    expect((await cloud.ok(openid, 'people.units', {})).items.map(({ id }) => id)).toContain(recordId)
  })
})

describe('stations', () => {
  const station = { kind: 'home' as const, name: '湖塘代表之家', town: 'hutang', address: '人民路一号', phone: '0519-86000000', point: { lat: 31.7, lon: 119.94 }, hours: '工作日 9:00-17:00' }
  it('are kept by staff and read by everybody', async () => {
    const admin = await asAdmin(cloud)
    const key = newKey()
    const saved = await cloud.ok(admin, 'stations.save', station, key)
    expect(await cloud.ok(admin, 'stations.save', station, key)).toEqual(saved)
    const { items } = await cloud.ok(newOpenid('visitor'), 'stations.list', { town: 'hutang' })
    expect(items).toEqual([{ ...station, id: saved.id }])
    await cloud.ok(admin, 'stations.save', { ...station, id: saved.id, hours: '全天' })
    expect((await cloud.ok(newOpenid('visitor'), 'stations.list', {})).items[0]?.hours).toBe('全天')
  })
})
