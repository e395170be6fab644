import * as v from 'valibot'
import { contract, type ActionName, type Answer, type Checked, type Output } from '#contract'
import { errorSentences, type ErrorCode } from '#contract/errors'
import { key as keySchema } from '#contract/fields'
import { readCaller, type Actor, type Caller } from './caller'
import { now } from './clock'
import { describe } from './database'
import { digestOf, keyedId } from './ids'
import { can, type Capability } from './permissions'
import { Refusal } from './refusal'

/** One intention of one person: the same however often the call is repeated. */
export interface Intent {
  id: string
  digest: string
}

interface Context<Name extends ActionName> {
  input: Checked<Name>
  /** When the call came in, ms. */
  nowMs: number
  /** Only in actions that write. */
  intent: Intent
}
interface PublicContext<Name extends ActionName> extends Context<Name> {
  caller: Caller
}
interface ActorContext<Name extends ActionName> extends Context<Name> {
  actor: Actor
}

/** `public`: anybody in WeChat may, so the role is not read. Everything else names its capability. */
type Handler<Name extends ActionName> =
  | { public: true; can?: never; run(context: PublicContext<Name>): Promise<Output<Name>> }
  | { public?: never; can: Capability; run(context: ActorContext<Name>): Promise<Output<Name>> }

export type Handlers<Names extends ActionName = ActionName> = { [Name in Names]: Handler<Name> }

/** What the router knows of a handler after it was taken from the table by a name that is only known at run time. */
interface Shape {
  public?: true
  can?: Capability
  run(context: { input: unknown; nowMs: number; intent: Intent; caller: Caller; actor: Actor | undefined }): Promise<unknown>
}

/** Joins the subjects' lists. The type shows what is missing, this shows what is there twice. */
export function combine<Parts extends object[]>(...parts: Parts): Intersection<Parts> {
  const all = new Map<string, unknown>()
  for (const part of parts) {
    for (const [name, handler] of Object.entries(part)) {
      if (all.has(name)) throw new Error(`Two handlers for the action ${name}`)
      all.set(name, handler)
    }
  }
  return Object.fromEntries(all) as Intersection<Parts>
}
type Intersection<Parts> = Parts extends [infer First, ...infer Rest] ? First & Intersection<Rest> : unknown

const unavailableCodes = new Set<unknown>([-501001, -501002, -501003, -501004])
const isUnavailable = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false
  if ('errCode' in error && unavailableCodes.has(error.errCode)) return true
  return /ECONNREFUSED|ECONNRESET|E(SOCKET)?TIMEDOUT|EPIPE|socket hang up|TIME_?OUT|EXCEED_(REQUEST|CONCURRENT)/i.test(describe(error))
}

function refuse(code: ErrorCode, details: Refusal['details'] = {}): Answer<never> {
  const { sentence, field } = details
  return { ok: false, error: { code, message: sentence ?? errorSentences[code], ...(field === undefined ? {} : { field }) } }
}

function check<Schema extends v.GenericSchema>(schema: Schema, value: unknown, place: string): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value, { abortEarly: true })
  if (result.success) return result.output
  const [issue] = result.issues
  const field = v.getDotPath(issue) ?? place
  // The schema's own sentences are Chinese; what valibot says by itself is English and of no use to a reader.
  const sentence = /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : undefined
  throw new Refusal('invalid', { sentence, field })
}

const memberOf = (event: unknown, name: string): unknown =>
  typeof event === 'object' && event !== null && Object.hasOwn(event, name) ? (event as Record<string, unknown>)[name] : undefined

const isAction = (name: unknown): name is ActionName => typeof name === 'string' && Object.hasOwn(contract, name)

function permit(actor: Actor, capability: Capability): void {
  if (capability === 'messages.submit' && !actor.canPost) throw new Refusal(actor.consented ? 'profile_required' : 'consent_required')
  if (!can(actor, capability)) throw new Refusal('forbidden')
}

/**
 * The way of every call: who is calling, is the input what the contract says, may they, then the action. `readActor`
 * reads the role anew, so one that was revoked a moment ago is gone.
 */
export function createApi(handlers: Handlers, readActor: (caller: Caller) => Promise<Actor>) {
  async function answer(event: unknown): Promise<Answer<unknown>> {
    const caller = readCaller()
    const action = memberOf(event, 'action')
    if (!isAction(action)) return refuse('unknown_action')
    const { input: schema, writes } = contract[action]
    const sent = memberOf(event, 'input') ?? {}
    // To an object's schema an empty list is an object without members.
    if (Array.isArray(sent)) return refuse('invalid', { field: 'input' })
    const input: unknown = check(schema as v.GenericSchema, sent, 'input')
    const intent: Intent = { id: '', digest: '' }
    if (writes) {
      intent.id = keyedId('intent', caller.personId, check(keySchema, memberOf(event, 'key'), 'key'))
      intent.digest = digestOf([action, input])
    }
    const handler = handlers[action] as Shape
    let actor: Actor | undefined
    if (handler.public !== true) {
      if (handler.can === undefined) throw new Refusal('forbidden')
      actor = await readActor(caller)
      permit(actor, handler.can)
    }
    return { ok: true, data: await handler.run({ input, nowMs: now(), intent, caller, actor }) }
  }

  return async function main(event: unknown): Promise<Answer<unknown>> {
    try {
      return await answer(event)
    } catch (error) {
      if (error instanceof Refusal) return refuse(error.code, error.details)
      console.error('api failed', memberOf(event, 'action'), describe(error), error instanceof Error ? error.stack : '')
      return refuse(isUnavailable(error) ? 'unavailable' : 'internal')
    }
  }
}
