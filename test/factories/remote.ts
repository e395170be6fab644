import type { Answer } from '#contract'
import { newKey, type Cloud } from './cloud'


const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])

/**
 * What a phone can do, over HTTP, to a cloud that runs in another process.
 * @param request a `fetch` that knows no other origin's rules (jsdom's own does)
 */
export function remoteCloud(url: string, firstAdminCode: string, request: typeof fetch = fetch): Cloud {
  const post = async (where: string, openid: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json'): Promise<unknown> => {
    const response = await request(`${url}${where}`, { method: 'POST', headers: { 'x-wx-openid': openid, 'content-type': type }, body })
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error(`${where} answered ${response.status}: ${JSON.stringify(answer)}`)
    return answer
  }
  const call: Cloud['call'] = async (openid, action, input, key = newKey()) => (await post('/fn/api', openid, JSON.stringify({ action, input, key }))) as Answer<never>
  const here = (): never => {
    throw new Error('only the process that runs the emulator can look inside')
  }
  return {
    env: '',
    firstAdminCode,
    call,
    async ok(openid, action, input, key) {
      const answer = await call(openid, action, input, key)
      if (!answer.ok) throw new Error(`${action}: ${answer.error.code} ${answer.error.message}`)
      return answer.data
    },
    send: here,
    stored: here,
    spoil: here,
    now: here,
    runJobs: () => post('/emulator/timers/jobs', '', '{}'),
    setClock: (now) => void post('/emulator/clock', '', JSON.stringify({ now })),
    phoneCode: async (openid, phone) => ((await post('/emulator/phone', openid, JSON.stringify({ phone }))) as { code: string }).code,
    upload: async (openid, path) => ((await post(`/files/upload?path=${encodeURIComponent(path)}`, openid, JPEG, 'image/jpeg')) as { fileID: string }).fileID,
    stop: async () => undefined,
  }
}
