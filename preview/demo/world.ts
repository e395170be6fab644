import { createHash } from 'node:crypto'
import type { ActionName, Answer, Contract, Input, Output } from '#contract'

/** The doors to the cloud that the demo uses: the same that a phone has, and the clock. */
export interface Doors {
  setClock(nowMs: number): void
  /** Calls the `api` function as the person with this openid. */
  invoke(openid: string, event: { action: string; input: unknown; key?: string }): Promise<unknown>
  runJobs(): Promise<void>
  /** A single-use code such as WeChat's phone button gives. */
  phoneCode(openid: string, phone: string): Promise<string>
  /** Uploads to a path that `photos.prepare` issued; answers the file's id. */
  upload(openid: string, path: string, content: Buffer): Promise<string>
}

/** Calls actions as a person would and stops at the first refusal: a demo that half works would be a lie. */
export class World {
  #count = 0
  constructor(readonly doors: Doors) {}

  /** One key an intention, the same in every run. */
  #key(openid: string, action: string): string {
    this.#count += 1
    return createHash('sha256').update(`${openid}|${action}|${this.#count}`).digest('base64url').slice(0, 32)
  }

  async act<Name extends ActionName>(openid: string, action: Name & keyof Contract, input: Input<Name>): Promise<Output<Name>> {
    const answer = (await this.doors.invoke(openid, { action, input, key: this.#key(openid, action) })) as Answer<Output<Name>>
    if (!answer.ok) throw new Error(`demo: ${action} was refused: ${answer.error.code} ${answer.error.message} ${JSON.stringify(input).slice(0, 300)}`)
    return answer.data
  }
}
