import type { ErrorCode } from '#contract/errors'

/** A "no" that the caller is told about, as against a fault, which is logged and answered as `internal`. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    /** `sentence`: what the person reads in place of the code's own sentence. `field`: the input at fault, a dotted path. */
    readonly details: { sentence?: string; field?: string } = {},
  ) {
    super(code)
    this.name = 'Refusal'
  }
}
