import * as v from 'valibot'
import { contract, type ActionName, type Input } from '#contract'

/** A sentence for each field at fault, by its name. */
export type Faults = Partial<Record<string, string>>

/** Checks a form with the very schema that the server enforces, so that nobody waits to hear about a missing word. */
export function faultsIn<Name extends ActionName>(action: Name, input: Input<Name>): Faults {
  const parsed = v.safeParse(contract[action].input, input)
  const faults: Faults = {}
  for (const issue of parsed.success ? [] : parsed.issues) faults[String(issue.path?.[0]?.key ?? '')] ??= issue.message
  return faults
}
