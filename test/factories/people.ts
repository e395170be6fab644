import { settings } from '#settings'
import type { Input } from '#contract'
import { newOpenid, type Cloud } from './cloud'

let phones = 0
const newPhone = (): string => `199${String(++phones).padStart(8, '0')}`

/** Somebody who agreed, took a nickname and bound a phone. */
export async function buildCitizen(cloud: Cloud, nickname = '早起的居民'): Promise<string> {
  const openid = newOpenid('citizen')
  await cloud.ok(openid, 'me.register', { privacyVersion: settings.privacyVersion, nickname, phoneCode: await cloud.phoneCode(openid, newPhone()) })
  return openid
}

const admins = new WeakMap<Cloud, Promise<string>>()

/** The first administrator of a cloud, made once. */
export function asAdmin(cloud: Cloud): Promise<string> {
  const openid = 'o-first-admin'
  const made = admins.get(cloud) ?? cloud.ok(openid, 'me.redeem', { code: cloud.firstAdminCode }).then(() => openid)
  admins.set(cloud, made)
  return made
}

export async function invited(cloud: Cloud, by: string, invitation: Input<'people.invite'>, openid = newOpenid(invitation.role)): Promise<string> {
  const { code } = await cloud.ok(by, 'people.invite', invitation)
  await cloud.ok(openid, 'me.redeem', { code })
  return openid
}

export const buildStaff = async (cloud: Cloud, role: 'staff' | 'admin' = 'staff'): Promise<string> =>
  invited(cloud, await asAdmin(cloud), { role, name: '周敏' })

export interface Official {
  openid: string
  recordId: string
}

export async function buildDeputy(cloud: Cloud, changes: Partial<Input<'people.saveDeputy'>> = {}): Promise<Official> {
  const admin = await asAdmin(cloud)
  const record = { name: '王代表', level: 'district' as const, town: 'hutang', constituency: '第一选区', subjects: ['traffic'], active: true }
  const { id } = await cloud.ok(admin, 'people.saveDeputy', { ...record, ...changes })
  return { openid: await invited(cloud, admin, { role: 'deputy', recordId: id }), recordId: id }
}

export async function buildUnit(cloud: Cloud): Promise<Official> {
  const admin = await asAdmin(cloud)
  const { id } = await cloud.ok(admin, 'people.saveUnit', { name: '区交通运输局', subjects: ['traffic'], active: true })
  return { openid: await invited(cloud, admin, { role: 'unit', recordId: id }), recordId: id }
}
