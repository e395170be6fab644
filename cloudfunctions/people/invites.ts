import type { Checked } from '#contract'
import { settings } from '#settings'
import type { Actor, Caller } from '../kernel/caller'
import { DAY_MS } from '../kernel/clock'
import { command } from '../kernel/database'
import { keyed, keyedId, sameSecret } from '../kernel/ids'
import { can } from '../kernel/permissions'
import { change, wasDone } from '../kernel/records'
import { Refusal } from '../kernel/refusal'
import type { Intent } from '../kernel/router'
import { firstAdminCode } from '../kernel/secrets'
import { actorOf } from './actor'
import { ensurePerson } from './person'
import { invites, people, recordsOf, staff, type Invite, type OfficialRole, type Person } from './records'
import { enterRoster } from './roster'

/** Crockford's base 32: no I, L, O or U to be misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 20

/** 100 bits, from the intention: a repeated call shows the same code, and nobody has to store it. */
const codeFor = (intent: Intent): string =>
  [...keyed('code', intent.id).subarray(0, CODE_LENGTH)].map((byte) => ALPHABET[byte % 32]).join('')

const shown = (code: string): string => code.replace(/(.{5})(?=.)/g, '$1-')

export async function invite(actor: Actor, input: Checked<'people.invite'>, intent: Intent, nowMs: number) {
  const { role } = input
  if ('name' in input && !can(actor, 'staff.manage')) throw new Refusal('forbidden')
  const code = codeFor(intent)
  const _id = keyedId('invite', code)
  const earlier = await invites.get(_id)
  if (earlier !== undefined) {
    if (earlier.write.digest !== intent.digest) throw new Refusal('key_reused')
    return { code: shown(code), expiresAtMs: earlier.expiresAtMs }
  }
  let recordId: string
  if ('recordId' in input) recordId = input.recordId
  else {
    recordId = keyedId('record', intent.id)
    await staff.add({ _id: recordId, schema: 1, version: 1, writes: [], name: input.name, active: true, role: input.role, revocations: 0 })
  }
  const record = await recordsOf(role).get(recordId)
  if (record === undefined) throw new Refusal('not_found')
  if (!record.active || record.personId !== undefined) throw new Refusal('wrong_state')
  const expiresAtMs = nowMs + settings.inviteDays * DAY_MS
  const { revocations } = record
  const added = await invites.add({ _id, schema: 1, role, recordId, revocations, createdBy: actor.personId, expiresAtMs, write: intent })
  if (!added) return invite(actor, input, intent, nowMs)
  return { code: shown(code), expiresAtMs }
}

/** The first administrator's invitation is made by its own use, under a fixed id: there is only ever one. */
async function firstInvite(nowMs: number): Promise<Invite | undefined> {
  await staff.add({ _id: 'first', schema: 1, version: 1, writes: [], name: '管理员', active: true, role: 'admin', revocations: 0 })
  await invites.add({
    _id: 'first',
    schema: 1,
    role: 'admin',
    recordId: 'first',
    revocations: 0,
    createdBy: 'deployer',
    expiresAtMs: nowMs + settings.inviteDays * DAY_MS,
    write: { id: 'first', digest: 'first' },
  })
  return invites.get('first')
}

/** Only one person gets through; the same person may come again, to finish what broke off. */
async function claim(found: Invite, personId: string, nowMs: number): Promise<void> {
  if (found.usedBy === personId) return
  if (found.usedBy !== undefined || found.expiresAtMs <= nowMs) throw new Refusal('code_invalid')
  const claimed = await invites.update({ _id: found._id, usedBy: command.exists(false) }, { usedBy: personId, usedAtMs: nowMs })
  if (claimed === 1) return
  const again = await invites.get(found._id)
  if (again?.usedBy !== personId) throw new Refusal('code_invalid')
}

/** Binds the record unless it is somebody else's, is closed, or was revoked since the invitation. */
async function bind(role: OfficialRole, { recordId, revocations }: Invite, personId: string): Promise<void> {
  const rows = recordsOf(role)
  const update = { personId, version: command.inc(1) }
  const bound = await rows.update({ _id: recordId, revocations, active: true, personId: command.exists(false) }, update)
  if (bound === 1) return
  const record = await rows.get(recordId)
  if (record?.personId !== personId || record.revocations !== revocations || !record.active) throw new Refusal('code_invalid')
}

export async function redeem(caller: Caller, input: Checked<'me.redeem'>, intent: Intent, nowMs: number): Promise<Person> {
  const first = firstAdminCode()
  const isFirst = first !== undefined && sameSecret(input.code, first)
  const found = isFirst ? await firstInvite(nowMs) : await invites.get(keyedId('invite', input.code))
  if (found === undefined) throw new Refusal('code_invalid')
  const person = await ensurePerson(caller)
  if (wasDone(person, intent)) return person
  const { role, recordId } = found
  const actor = await actorOf(caller, person)
  if (actor.record !== undefined && actor.record.id !== recordId) throw new Refusal('wrong_state')
  await claim(found, caller.personId, nowMs)
  await bind(role, found, caller.personId)
  if (role === 'admin') await enterRoster(recordId)
  const saved = await change(people, caller.personId, intent, () => ({ role, recordId }))
  if (saved === undefined) throw new Error('A person has gone')
  return saved
}
