import { type Cloud } from '../factories/cloud'
import { asAdmin, buildStaff } from '../factories/people'
import { startCloud } from './cloud'

let cloud: Cloud
beforeEach(async () => {
  cloud = await startCloud()
})
afterEach(() => cloud.stop())

const recordOf = async (openid: string): Promise<string> => (await cloud.ok(openid, 'me.read', {})).record?.id ?? ''

it('the last administrator cannot be revoked', async () => {
  const admin = await asAdmin(cloud)
  expect(await cloud.call(admin, 'people.revoke', { role: 'admin', recordId: 'first' })).toMatchObject({ error: { code: 'wrong_state' } })
  expect((await cloud.ok(admin, 'me.read', {})).role).toBe('admin')
})

it('two administrators who revoke each other at once leave one', async () => {
  const one = await asAdmin(cloud)
  const two = await buildStaff(cloud, 'admin')
  const [first, second] = [await recordOf(one), await recordOf(two)]
  await Promise.all([
    cloud.call(one, 'people.revoke', { role: 'admin', recordId: second }),
    cloud.call(two, 'people.revoke', { role: 'admin', recordId: first }),
  ])
  const roles = [(await cloud.ok(one, 'me.read', {})).role, (await cloud.ok(two, 'me.read', {})).role]
  expect(roles.filter((role) => role === 'admin')).toHaveLength(1)
})

it('a first administrator who was revoked cannot come back with the deployer’s code', async () => {
  const one = await asAdmin(cloud)
  const two = await buildStaff(cloud, 'admin')
  await cloud.ok(two, 'people.revoke', { role: 'admin', recordId: 'first' })
  expect(await cloud.call(one, 'me.redeem', { code: cloud.firstAdminCode })).toMatchObject({ error: { code: 'code_invalid' } })
  expect((await cloud.ok(one, 'me.read', {})).role).toBe('visitor')
})

it('staff cannot revoke staff or an administrator', async () => {
  await asAdmin(cloud)
  const staff = await buildStaff(cloud)
  for (const role of ['staff', 'admin'] as const) {
    expect(await cloud.call(staff, 'people.revoke', { role, recordId: 'first' })).toMatchObject({ error: { code: 'forbidden' } })
  }
})
