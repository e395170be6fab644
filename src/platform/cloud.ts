import type { ActionName, Input, Output } from '#contract'
import type { CallError, Result } from './result'
import { send } from './transport'

/** The one way to the cloud. Never throws: whatever goes wrong is an error with a sentence. */
export async function call<Name extends ActionName>(action: Name, input: Input<Name>, key?: string): Promise<Result<Output<Name>>> {
  const answer = await send(key === undefined ? { action, input } : { action, input, key })
  // The router answers exactly what the contract says of this action; the wire cannot carry the type.
  return answer as Result<Output<Name>>
}

export { newKey } from './keys'
export { mayHaveLanded } from './result'
export type { CallError, Result }
