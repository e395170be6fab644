import type { Checked } from '#contract'
import type { DeputyView, StaffView, UnitView } from '#contract/views'
import { settings } from '#settings'
import type { Actor } from '../kernel/caller'
import { command } from '../kernel/database'
import { keyedId } from '../kernel/ids'
import { can } from '../kernel/permissions'
import { change, wasDone } from '../kernel/records'
import { Refusal } from '../kernel/refusal'
import type { Intent } from '../kernel/router'
import { deputies, people, recordsOf, staff, units, type Deputy, type StaffMember, type Unit } from './records'
import { leaveRoster } from './roster'

export const presentDeputy = ({ _id, name, level, town, constituency, subjects, active, personId }: Deputy): DeputyView => ({
  id: _id,
  name,
  level,
  town,
  constituency,
  subjects,
  bound: personId !== undefined,
  active,
})
export const presentUnit = ({ _id, name, subjects, active, personId }: Unit): UnitView => ({
  id: _id,
  name,
  subjects,
  bound: personId !== undefined,
  active,
})
export const presentStaff = ({ _id, name, role, active, personId }: StaffMember): StaffView => ({
  id: _id,
  name,
  role,
  bound: personId !== undefined,
  active,
})

const known = (list: ReadonlyArray<{ id: string }>, id: string): boolean => list.some((item) => item.id === id)

function checkSubjects(subjects: string[]): string[] {
  const distinct = [...new Set(subjects)]
  if (!distinct.every((subject) => known(settings.categories, subject))) throw new Refusal('invalid', { field: 'subjects', sentence: '选项不对，请重新选择。' })
  return distinct
}

const fresh = { schema: 1 as const, version: 1, revocations: 0 }

export async function saveDeputy(input: Checked<'people.saveDeputy'>, intent: Intent): Promise<Deputy> {
  const { name, level, town, constituency, active } = input
  if (!known(settings.towns, town)) throw new Refusal('invalid', { field: 'town', sentence: '请选择镇或街道。' })
  const subjects = checkSubjects(input.subjects)
  const _id = input.id ?? keyedId('record', intent.id)
  if (input.id === undefined) {
    const made: Deputy = { ...fresh, _id, writes: [intent], name, level, town, constituency, subjects, active }
    if (await deputies.add(made)) return made
  }
  const saved = await change(deputies, _id, intent, () => ({ name, level, town, constituency, subjects: command.set(subjects), active }))
  if (saved === undefined) throw new Refusal('not_found')
  return saved
}

export async function saveUnit(input: Checked<'people.saveUnit'>, intent: Intent): Promise<Unit> {
  const { name, active } = input
  const subjects = checkSubjects(input.subjects)
  const _id = input.id ?? keyedId('record', intent.id)
  if (input.id === undefined) {
    const made: Unit = { ...fresh, _id, writes: [intent], name, subjects, active }
    if (await units.add(made)) return made
  }
  const saved = await change(units, _id, intent, () => ({ name, subjects: command.set(subjects), active }))
  if (saved === undefined) throw new Refusal('not_found')
  return saved
}

/**
 * The record is unbound first, in one write: from then on it gives nobody a role, whatever happens to the second write.
 * It voids the record's invitations too.
 */
export async function revoke(actor: Actor, { role, recordId }: Checked<'people.revoke'>, intent: Intent): Promise<{ recordId: string }> {
  const isStaff = role === 'staff' || role === 'admin'
  if (isStaff && !can(actor, 'staff.manage')) throw new Refusal('forbidden')
  const rows = recordsOf(role)
  const record = await rows.get(recordId)
  if (record === undefined || (isStaff && (record as StaffMember).role !== role)) throw new Refusal('not_found')
  if (wasDone(record, intent)) return { recordId }
  if (role === 'admin') await leaveRoster(recordId)
  const ended = { personId: command.remove(), revocations: command.inc(1) }
  if (role === 'deputy') await change(deputies, recordId, intent, () => ended)
  else if (role === 'unit') await change(units, recordId, intent, () => ended)
  else await change(staff, recordId, intent, () => ({ ...ended, active: false }))
  if (record.personId !== undefined) {
    await people.update({ _id: record.personId, recordId }, { role: command.remove(), recordId: command.remove(), version: command.inc(1) })
  }
  return { recordId }
}
