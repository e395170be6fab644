import Taro from '@tarojs/taro'
import { failed, isAnswer, type Result } from './result'

const TIMEOUT_MS = 10_000
let ready = false

/** Codes of the client library that say "the network", by WeChat's own list; everything else is the cloud's trouble. */
const sentence = (message: string) =>
  /timeout|time out|-404012|-501002/i.test(message) ? failed('timeout') : /request:fail|network|offline|-606/i.test(message) ? failed('offline') : failed('unavailable')

/** Calls the `api` function. WeChat tells the function who is calling; nothing here does. */
export async function send(event: { action: string; input: unknown; key?: string }): Promise<Result<unknown>> {
  if (!ready) {
    Taro.cloud.init({ env: CLOUD_ENV, traceUser: false })
    ready = true
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<Result<unknown>>((resolve) => {
    timer = setTimeout(() => resolve(failed('timeout')), TIMEOUT_MS)
  })
  const call = Taro.cloud.callFunction({ name: 'api', data: event }).then(
    ({ result }): Result<unknown> => (isAnswer(result) ? result : failed('unavailable')),
    (error: unknown) => sentence(typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : String(error)),
  )
  const answer = await Promise.race([call, late])
  clearTimeout(timer)
  return answer
}
