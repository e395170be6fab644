import type { ActionName, Answer, Input, Output } from '#contract'

/** One request that a function made of the cloud. */
export interface CloudRequest {
  action: string
  collection: string | null
}

/** The doors that a test uses: those of a phone, the clock, and the timers. */
export interface Cloud {
  env: string
  firstAdminCode: string
  /** Whatever event a stranger may send. */
  send(openid: string | undefined, event: unknown): Promise<{ answer: Answer<unknown>; requests: CloudRequest[] }>
  call<Name extends ActionName>(openid: string, action: Name, input: Input<Name>, key?: string): Promise<Answer<Output<Name>>>
  /** `call` that expects success. */
  ok<Name extends ActionName>(openid: string, action: Name, input: Input<Name>, key?: string): Promise<Output<Name>>
  runJobs(): Promise<unknown>
  now(): number
  setClock(nowMs: number | null): void
  phoneCode(openid: string, phone: string): Promise<string>
  /** Uploads and answers the file's id. */
  upload(openid: string, path: string): Promise<string>
  /** Everything in a collection, past every rule: to see what is really stored. */
  stored(collection: string): object[]
  /** Does to a stored document what a crash or a fault might have done. */
  spoil(collection: string, id: string, fields: Record<string, string | number | boolean | null>): void
  stop(): Promise<void>
}

let count = 0
/** Different for every intention of a test. */
export const newKey = (): string => `test-key-${String(++count).padStart(12, '0')}`
export const newOpenid = (kind: string): string => `o-${kind}-${String(++count).padStart(6, '0')}`
