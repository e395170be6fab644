import { settings } from '#settings'
import type { DeputyLevel } from '#contract/vocabulary'
import { nickname, personName, units } from './names'
import type { Chance } from './random'
import type { World } from './world'

export interface DemoPerson {
  openid: string
  name: string
}
interface DemoDeputy extends DemoPerson {
  recordId: string
  town: string
  subjects: string[]
}
interface DemoUnit extends DemoPerson {
  recordId: string
  subjects: readonly string[]
}
export interface People {
  admin: DemoPerson
  staff: DemoPerson[]
  deputies: DemoDeputy[]
  units: DemoUnit[]
  citizens: DemoPerson[]
}

const LEVELS: DeputyLevel[] = ['district', 'district', 'district', 'town', 'town', 'city', 'province']
const DEPUTIES = 120
const CITIZENS = 40

/** A phone number from a range that is given to nobody. */
const phone = (n: number): string => `1990000${String(n).padStart(4, '0')}`

async function bind(world: World, by: string, openid: string, invitation: Parameters<typeof world.act<'people.invite'>>[2]): Promise<void> {
  const { code } = await world.act(by, 'people.invite', invitation)
  await world.act(openid, 'me.redeem', { code })
}

async function register(world: World, openid: string, name: string, n: number): Promise<void> {
  const phoneCode = await world.doors.phoneCode(openid, phone(n))
  await world.act(openid, 'me.register', { privacyVersion: settings.privacyVersion, nickname: name, phoneCode })
}

/** Everybody of the demo district, let in the way the product lets people in. */
export async function settle(world: World, chance: Chance, firstAdminCode: string): Promise<People> {
  const admin = { openid: 'demo-admin', name: '管理员（演示）' }
  await world.act(admin.openid, 'me.redeem', { code: firstAdminCode })

  const staff: DemoPerson[] = []
  for (const [n, name] of ['周敏（演示）', '吴强（演示）', '郑洁（演示）'].entries()) {
    const person = { openid: `demo-staff-${n + 1}`, name }
    await bind(world, admin.openid, person.openid, { role: 'staff', name })
    staff.push(person)
  }
  const clerk = staff[0]?.openid ?? admin.openid

  const demoUnits: DemoUnit[] = []
  for (const [n, unit] of units.entries()) {
    const openid = `demo-unit-${n + 1}`
    const name = `${unit.name}（演示）`
    const saved = await world.act(clerk, 'people.saveUnit', { name, subjects: [...unit.subjects], active: true })
    await bind(world, clerk, openid, { role: 'unit', recordId: saved.id })
    demoUnits.push({ openid, name, recordId: saved.id, subjects: unit.subjects })
  }

  const deputies: DemoDeputy[] = []
  const categories = settings.categories.map((category) => category.id)
  for (let n = 0; n < DEPUTIES; n++) {
    const openid = `demo-deputy-${n + 1}`
    const town = settings.towns[n % settings.towns.length]?.id ?? ''
    const subjects = [categories[n % categories.length] ?? 'other', chance.pick(categories)].filter((id, i, all) => all.indexOf(id) === i)
    const name = `${personName(chance)}（演示）`
    const saved = await world.act(clerk, 'people.saveDeputy', {
      name,
      level: chance.pick(LEVELS),
      town,
      constituency: `第${(n % 30) + 1}选区`,
      subjects,
      active: true,
    })
    await bind(world, clerk, openid, { role: 'deputy', recordId: saved.id })
    deputies.push({ openid, name, recordId: saved.id, town, subjects })
  }

  const citizens: DemoPerson[] = []
  for (let n = 0; n < CITIZENS; n++) {
    const person = { openid: `demo-citizen-${n + 1}`, name: nickname(chance) }
    await register(world, person.openid, person.name, n)
    citizens.push(person)
  }
  return { admin, staff, deputies, units: demoUnits, citizens }
}
