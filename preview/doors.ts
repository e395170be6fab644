import type { Emulator } from '../emulator'
import type { Doors } from './demo/world'

/** The doors of an emulator, over the same HTTP that the preview's pages use where a phone would use HTTP. */
export function doorsOf(cloud: Emulator): Doors {
  const post = async (path: string, openid: string, type: string, body: string | Uint8Array<ArrayBuffer>): Promise<Record<string, unknown>> => {
    const response = await fetch(`${cloud.url}${path}`, { method: 'POST', headers: { 'content-type': type, 'x-wx-openid': openid }, body })
    const answer = (await response.json()) as Record<string, unknown>
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`)
    return answer
  }
  return {
    setClock: (nowMs) => cloud.setClock(nowMs),
    async invoke(openid, event) {
      const { result, error } = await cloud.invoke('api', event, { openid })
      if (error) throw new Error(`api failed: ${JSON.stringify(error)}`)
      return result
    },
    async runJobs() {
      const { error } = await cloud.runTimer('jobs')
      if (error) throw new Error(`jobs failed: ${JSON.stringify(error)}`)
    },
    phoneCode: async (openid, phone) => String((await post('/emulator/phone', openid, 'application/json', JSON.stringify({ phone }))).code),
    upload: async (openid, path, content) => String((await post(`/files/upload?path=${encodeURIComponent(path)}`, openid, 'image/jpeg', new Uint8Array(content))).fileID),
  }
}
