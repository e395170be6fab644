import type { Checked } from '#contract'
import type { MeView } from '#contract/views'
import { settings } from '#settings'
import type { Actor, Caller } from '../kernel/caller'
import { command, type Update } from '../kernel/database'
import { keyedId, seal, unseal } from '../kernel/ids'
import { wasDone, change } from '../kernel/records'
import { Refusal } from '../kernel/refusal'
import type { Intent } from '../kernel/router'
import { phoneNumberOf } from '../kernel/wechat'
import { hasConsented } from './actor'
import { people, type Person } from './records'

/** The person's document, made when there is none. */
export async function ensurePerson(caller: Caller): Promise<Person> {
  const found = await people.get(caller.personId)
  if (found !== undefined) return found
  const fresh: Person = { _id: caller.personId, schema: 1, version: 1, writes: [], openid: caller.openid }
  if (await people.add(fresh)) return fresh
  const made = await people.get(caller.personId)
  if (made === undefined) throw new Error('A person was added and is not there')
  return made
}

const maskedPhone = (person: Person | undefined): string | undefined => {
  if (person?.phoneSealed === undefined) return undefined
  const digits = unseal(person.phoneSealed, person._id)
  return digits.length < 7 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

export function presentMe(actor: Actor, person: Person | undefined, badges: MeView['badges']): MeView {
  const { role, consented, canPost, record } = actor
  return {
    role,
    consented,
    nickname: person?.nickname,
    phoneMasked: maskedPhone(person),
    canPost,
    record: record && { id: record.id, name: record.name, kind: record.kind },
    badges,
  }
}

export async function register(caller: Caller, input: Checked<'me.register'>, intent: Intent, nowMs: number): Promise<Person> {
  const { privacyVersion, nickname, phoneCode } = input
  if (privacyVersion !== undefined && privacyVersion !== settings.privacyVersion) {
    throw new Refusal('invalid', { field: 'privacyVersion', sentence: '隐私说明有了新版本，请重新打开看过后再同意。' })
  }
  if (nickname !== undefined && /\s/.test(nickname)) throw new Refusal('invalid', { field: 'nickname', sentence: '昵称里不能有空格或换行。' })
  const person = await people.get(caller.personId)
  if (person !== undefined && wasDone(person, intent)) return person
  // Nothing personal is stored before the notice was agreed to.
  if (privacyVersion === undefined && !hasConsented(person)) throw new Refusal('consent_required')
  // The code is good for one use, so it is spent once and outside the loop below.
  const phone = phoneCode === undefined ? undefined : await phoneNumberOf(phoneCode)
  await ensurePerson(caller)
  const saved = await change(people, caller.personId, intent, (current): Update => ({
    ...(privacyVersion !== undefined && !hasConsented(current) ? { consent: command.set({ version: privacyVersion, atMs: nowMs }) } : {}),
    ...(nickname === undefined ? {} : { nickname }),
    ...(phone === undefined ? {} : { phoneHash: keyedId('phone', phone), phoneSealed: seal(phone, caller.personId) }),
  }))
  if (saved === undefined) throw new Error('A person has gone')
  return saved
}
