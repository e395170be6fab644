import { errorSentences, localErrorSentences, type ErrorCode, type LocalErrorCode } from '#contract/errors'

export interface CallError {
  code: ErrorCode | LocalErrorCode
  /** The sentence to show. */
  message: string
  /** The input at fault, as a dotted path. */
  field?: string
}
export type Result<T> = { ok: true; data: T } | { ok: false; error: CallError }

export const failed = (code: ErrorCode | LocalErrorCode, message?: string): { ok: false; error: CallError } => ({
  ok: false,
  error: { code, message: message ?? { ...errorSentences, ...localErrorSentences }[code] },
})

/** The same call may still land, or land next time: repeat it with the same key. */
export const mayHaveLanded = (error: CallError): boolean =>
  ['offline', 'timeout', 'unavailable', 'internal'].includes(error.code)

/** What came back is an answer of the contract, and not an error page or half a body. */
export function isAnswer(value: unknown): value is Result<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false
  if (value.ok === true) return 'data' in value
  return value.ok === false && 'error' in value && typeof value.error === 'object' && value.error !== null && 'code' in value.error
}
