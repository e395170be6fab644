import { currentOpenid } from './session.h5'
import { failed, isAnswer, type Result } from './result'

const TIMEOUT_MS = 10_000

/** The preview's way to the cloud: the gateway that serves this page. */
export async function send(event: { action: string; input: unknown; key?: string }): Promise<Result<unknown>> {
  if (!navigator.onLine) return failed('offline')
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS)
  try {
    const response = await fetch('/fn/api', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': currentOpenid() },
      body: JSON.stringify(event),
      signal: abort.signal,
    })
    const answer: unknown = await response.json()
    if (isAnswer(answer)) return answer
    return failed(response.status === 504 ? 'timeout' : 'unavailable')
  } catch (error) {
    return failed(error instanceof DOMException && error.name === 'AbortError' ? 'timeout' : 'offline')
  } finally {
    clearTimeout(timer)
  }
}
