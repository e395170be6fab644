import cloud from 'wx-server-sdk'
import type { DeputyLevel, Role } from '#contract/vocabulary'
import { keyedId } from './ids'
import { Refusal } from './refusal'

export interface Caller {
  openid: string
  /** HMAC of the openid: what is stored. */
  personId: string
  /** The cloud environment the call runs in. */
  env: string | undefined
}

/** The official record a person is bound to, as it is now. */
export interface OfficialRecord {
  id: string
  kind: 'deputy' | 'unit' | 'staff'
  name: string
  level?: DeputyLevel
}

/** A caller whose role was read for this very call. */
export interface Actor extends Caller {
  role: Role
  record?: OfficialRecord
  nickname?: string
  consented: boolean
  /** Consent, nickname and phone are there. */
  canPost: boolean
}

/** WeChat's context is the only source of identity: nothing in the event is looked at. Call it inside `main` only. */
export function readCaller(): Caller {
  const context: Record<string, unknown> = cloud.getWXContext()
  // The SDK turns values that are all digits into numbers.
  const raw = context.OPENID
  const openid = typeof raw === 'number' ? String(raw) : raw
  if (typeof openid !== 'string' || openid === '' || openid.length > 128) throw new Refusal('unauthenticated')
  const env = context.ENV ?? process.env.TCB_ENV
  return { openid, personId: keyedId('person', openid), env: typeof env === 'string' && env !== '' ? env : undefined }
}
