import { fork, type ChildProcess } from 'node:child_process'
import http from 'node:http'
import path from 'node:path'
import type { Cloud } from '../factories/cloud'
import { remoteCloud } from '../factories/remote'

const FIRST_ADMIN_CODE = 'FIRST-ADMIN-CODE-0001'

/** node:http as a `fetch`: jsdom's window has none, and what it had would keep to one origin. */
export const request = ((url: string, init: { method?: string; headers?: Record<string, string>; body?: string | Uint8Array }) =>
  new Promise((resolve, reject) => {
    const sent = http.request(url, { method: init.method ?? 'GET', headers: init.headers ?? {} }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ ok: (response.statusCode ?? 500) < 400, status: response.statusCode, json: async () => JSON.parse(text) as unknown }))
    })
    sent.on('error', reject)
    sent.end(init.body)
  })) as unknown as typeof fetch

export interface Served {
  url: string
  cloud: Cloud
  stop: () => Promise<void>
}

export function serve(): Promise<Served> {
  const child: ChildProcess = fork(path.join(__dirname, 'serve.ts'), [FIRST_ADMIN_CODE], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the cloud ended with ${code}`)))
    child.once('message', (message) => {
      const { url } = message as { url: string }
      const stop = () =>
        new Promise<void>((done) => {
          child.once('exit', () => done())
          child.disconnect()
        })
      resolve({ url, cloud: remoteCloud(url, FIRST_ADMIN_CODE, request), stop })
    })
  })
}
