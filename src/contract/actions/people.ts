import * as v from 'valibot'
import { reads, writes } from '../action'
import { cursor, id, limits, point, settingId, text } from '../fields'
import { deputyLevels, stationKinds } from '../vocabulary'
import type { DeputyView, MeView, Page, Proposal, StaffView, StationView, UnitView } from '../views'

/** As typed from a message: letters and digits of the code, with or without its hyphens. */
const code = v.pipe(
  v.string(),
  v.transform((s) => s.replace(/[\s-]/g, '').toUpperCase()),
  v.regex(/^[A-Z0-9]{8,64}$/, '邀请码由字母和数字组成，请检查。'),
)
const subjects = v.pipe(v.array(settingId), v.maxLength(20))
const name = text(2, 30, '姓名')

export const peopleActions = {
  'me.read': reads(v.strictObject({})).answers<MeView>(),
  /** Agrees to the privacy notice and sets nickname and phone. Each part may come alone later; consent comes first. */
  'me.register': writes(
    v.strictObject({
      privacyVersion: v.optional(v.pipe(v.string(), v.maxLength(32))),
      nickname: v.optional(text(2, limits.nicknameMax, '昵称')),
      /** The single-use code of WeChat's getPhoneNumber button. */
      phoneCode: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
    }),
  ).answers<MeView>(),
  /** Binds the caller to the record of an invitation, or makes the first administrator by the deployer's code. */
  'me.redeem': writes(v.strictObject({ code })).answers<MeView>(),

  'people.deputies': reads(v.strictObject({ town: v.optional(settingId), cursor: v.optional(cursor) })).answers<Page<DeputyView>>(),
  'people.deputy': reads(v.strictObject({ id })).answers<DeputyView>(),
  'people.units': reads(v.strictObject({})).answers<{ items: UnitView[] }>(),
  'people.staff': reads(v.strictObject({})).answers<{ items: StaffView[] }>(),
  /** Without `id` a new record, its id derived from the key. */
  'people.saveDeputy': writes(
    v.strictObject({
      id: v.optional(id),
      name,
      level: v.picklist(deputyLevels),
      town: settingId,
      constituency: text(1, 40, '选区'),
      subjects,
      active: v.boolean(),
    }),
  ).answers<DeputyView>(),
  'people.saveUnit': writes(v.strictObject({ id: v.optional(id), name, subjects, active: v.boolean() })).answers<UnitView>(),
  /** `deputy` and `unit` name the record; `staff` and `admin` name the person. The code is shown once and never stored. */
  'people.invite': writes(
    v.variant('role', [
      v.strictObject({ role: v.picklist(['deputy', 'unit']), recordId: id }),
      v.strictObject({ role: v.picklist(['staff', 'admin']), name }),
    ]),
  ).answers<{ code: string; expiresAtMs: number }>(),
  /** Ends the role at once. The record and what it did stay. The last administrator cannot be revoked. */
  'people.revoke': writes(v.strictObject({ role: v.picklist(['deputy', 'unit', 'staff', 'admin']), recordId: id })).answers<{
    recordId: string
  }>(),

  /** Who could take this message, best first, with the reasons. */
  'routing.propose': reads(v.strictObject({ id })).answers<{ candidates: Proposal[] }>(),

  'stations.list': reads(v.strictObject({ town: v.optional(settingId), cursor: v.optional(cursor) })).answers<Page<StationView>>(),
  'stations.save': writes(
    v.strictObject({
      id: v.optional(id),
      kind: v.picklist(stationKinds),
      name: text(2, 40, '名称'),
      town: settingId,
      address: text(2, 80, '地址'),
      phone: v.pipe(v.string(), v.regex(/^[0-9-]{3,20}$/, '电话号码不对。')),
      point,
      hours: text(1, 60, '开放时间'),
    }),
  ).answers<StationView>(),
}
