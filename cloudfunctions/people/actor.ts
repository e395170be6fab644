import { settings } from '#settings'
import type { Actor, Caller, OfficialRecord } from '../kernel/caller'
import { deputies, people, staff, units, type Person } from './records'

const hasProfile = (person: Person | undefined): boolean => person?.nickname !== undefined && person.phoneHash !== undefined
export const hasConsented = (person: Person | undefined): boolean => person?.consent?.version === settings.privacyVersion

/** The record that the person points at, if it points back and is active. */
async function boundRecord({ _id, role, recordId }: Person): Promise<{ role: Actor['role']; record: OfficialRecord } | undefined> {
  if (role === undefined || recordId === undefined) return undefined
  if (role === 'deputy') {
    const deputy = await deputies.get(recordId)
    if (deputy === undefined || !deputy.active || deputy.personId !== _id) return undefined
    return { role, record: { id: recordId, kind: 'deputy', name: deputy.name, level: deputy.level } }
  }
  if (role === 'unit') {
    const unit = await units.get(recordId)
    if (unit === undefined || !unit.active || unit.personId !== _id) return undefined
    return { role, record: { id: recordId, kind: 'unit', name: unit.name } }
  }
  const member = await staff.get(recordId)
  if (member === undefined || !member.active || member.personId !== _id) return undefined
  return { role: member.role, record: { id: recordId, kind: 'staff', name: member.name } }
}

export async function actorOf(caller: Caller, person: Person | undefined): Promise<Actor> {
  const official = person === undefined ? undefined : await boundRecord(person)
  const consented = hasConsented(person)
  return {
    ...caller,
    role: official?.role ?? (hasProfile(person) ? 'citizen' : 'visitor'),
    record: official?.record,
    nickname: person?.nickname,
    consented,
    canPost: consented && hasProfile(person),
  }
}

/** Two requests for an official, one for everybody else. */
export const readActor = async (caller: Caller): Promise<Actor> => actorOf(caller, await people.get(caller.personId))
