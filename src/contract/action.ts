import type * as v from 'valibot'

/** One action of the contract: the schema of its input, the type of its output, and whether it changes something. */
export interface Action<Schema extends v.GenericSchema, Output> {
  input: Schema
  /** A write carries an idempotency key: repeating the call with the same key and body has one effect. */
  writes: boolean
  /** Never set: carries the output's type. */
  readonly output?: Output
}

export const reads = <Schema extends v.GenericSchema>(input: Schema) => ({
  answers: <Output>(): Action<Schema, Output> => ({ input, writes: false }),
})

export const writes = <Schema extends v.GenericSchema>(input: Schema) => ({
  answers: <Output>(): Action<Schema, Output> => ({ input, writes: true }),
})
