import type { DeputyLevel } from '#contract/vocabulary'
import { collection } from '../kernel/database'
import type { Intent } from '../kernel/router'
import type { Remembering } from '../kernel/records'

export type OfficialRole = 'deputy' | 'unit' | 'staff' | 'admin'

/** `_id` is the HMAC of the openid. `role` and `recordId` only point at a record: the record decides. */
export interface Person extends Remembering {
  schema: 1
  openid: string
  nickname?: string
  phoneHash?: string
  phoneSealed?: string
  consent?: { version: string; atMs: number }
  role?: OfficialRole
  recordId?: string
}

interface Official extends Remembering {
  schema: 1
  name: string
  active: boolean
  /** Who is bound to it: without it the record gives nobody a role. */
  personId?: string
  /** An invitation of an earlier count is void, used or not. */
  revocations: number
}
export interface Deputy extends Official {
  level: DeputyLevel
  town: string
  constituency: string
  subjects: string[]
}
export interface Unit extends Official {
  subjects: string[]
}
export interface StaffMember extends Official {
  role: 'staff' | 'admin'
}

/** `_id` is the HMAC of the code: the code itself is never stored. */
export interface Invite {
  _id: string
  schema: 1
  role: OfficialRole
  recordId: string
  revocations: number
  createdBy: string
  expiresAtMs: number
  usedBy?: string
  usedAtMs?: number
  write: Intent
}

/** Who the administrators are, in one document, so that two who revoke each other cannot both succeed. */
export interface Roster {
  _id: 'admins'
  schema: 1
  version: number
  ids: string[]
}

export const people = collection<Person>('people', 1)
export const deputies = collection<Deputy>('deputies', 1)
export const units = collection<Unit>('units', 1)
export const staff = collection<StaffMember>('staff', 1)
export const invites = collection<Invite>('invites', 1)
export const rosters = collection<Roster>('rosters', 1)

/** The collection in which a role's records are. */
export const recordsOf = (role: OfficialRole) => (role === 'deputy' ? deputies : role === 'unit' ? units : staff)
