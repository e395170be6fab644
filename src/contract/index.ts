import type * as v from 'valibot'
import { messageActions } from './actions/messages'
import { peopleActions } from './actions/people'
import type { Answer } from './errors'

/** THE contract: every action's input, output and errors. Both sides import it; there is no second way in. */
export const contract = { ...messageActions, ...peopleActions }

export type Contract = typeof contract
export type ActionName = keyof Contract
/** What a caller may send: before defaults and trimming. */
export type Input<Name extends ActionName> = v.InferInput<Contract[Name]['input']>
/** What an action receives: checked and trimmed. */
export type Checked<Name extends ActionName> = v.InferOutput<Contract[Name]['input']>
export type Output<Name extends ActionName> = NonNullable<Contract[Name]['output']>

/** The event of the `api` function. `key` is there for actions that write. */
export interface Call<Name extends ActionName = ActionName> {
  action: Name
  input: Input<Name>
  key?: string
}
export type { Answer }
export type { Box } from './actions/messages'
