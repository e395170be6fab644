import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ActionName, Answer, Input, Output } from '#contract'
import { declaration } from '../../cloudfunctions/kernel/declaration'
import { buildFunctions } from '../../config/functions'
import { startEmulator } from '../../emulator'
import { newKey, type Cloud } from '../factories/cloud'

// What takes a second on an idle machine takes many on a busy one: a limit for what hangs, not for what waits.
jest.setTimeout(120_000)

const FIRST_ADMIN_CODE = 'FIRST-ADMIN-CODE-0001'

/** The functions as they deploy, on the emulator in its strict mode: a query without an index is an error. */
export async function startCloud(): Promise<Cloud> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'functions-'))
  await buildFunctions(outDir)
  const secrets = { KEY_SECRET: 'only for tests: 0123456789abcdef', FIRST_ADMIN_CODE }
  const env = 'test-env'
  const log: string[] = []
  const emulator = await startEmulator({
    functionsDir: outDir,
    dataDir: ':memory:',
    schema: { collections: declaration.collections },
    rules: { '*': { invoke: false }, ...Object.fromEntries(Object.entries(declaration.functions).map(([name, { invoke }]) => [name, { invoke }])) },
    functions: Object.fromEntries(Object.entries(declaration.functions).map(([name, { timeoutMs, memoryMb }]) => [name, { timeoutMs, memoryMb, env: secrets }])),
    strict: true,
    timers: false,
    env,
    log: (line) => log.push(line),
  })
  const post = async (where: string, openid: string, body: string | Uint8Array<ArrayBuffer>, type: string): Promise<Record<string, string>> => {
    const response = await fetch(`${emulator.url}${where}`, { method: 'POST', headers: { 'x-wx-openid': openid, 'content-type': type }, body })
    if (!response.ok) throw new Error(`${where}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Record<string, string>
  }
  const send: Cloud['send'] = async (openid, event) => {
    const { result, error, requests } = await emulator.invoke('api', event as object, { openid })
    if (error !== undefined) throw new Error(`api failed: ${error.code} ${error.message}\n${log.join('\n')}`)
    return { answer: result as Answer<unknown>, requests }
  }
  const call = async <Name extends ActionName>(openid: string, action: Name, input: Input<Name>, key = newKey()): Promise<Answer<Output<Name>>> =>
    (await send(openid, { action, input, key })).answer as Answer<Output<Name>>
  return {
    env,
    firstAdminCode: FIRST_ADMIN_CODE,
    send,
    call,
    async ok(openid, action, input, key) {
      const answer = await call(openid, action, input, key)
      if (!answer.ok) throw new Error(`${action}: ${answer.error.code} ${answer.error.message} ${answer.error.field ?? ''}\n${log.slice(-5).join('\n')}`)
      return answer.data
    },
    async runJobs() {
      const { result, error } = await emulator.runTimer('jobs')
      if (error !== undefined) throw new Error(`jobs failed: ${error.message}\n${log.slice(-5).join('\n')}`)
      return result
    },
    now: emulator.now,
    setClock: emulator.setClock,
    phoneCode: async (openid, phone) => (await post('/emulator/phone', openid, JSON.stringify({ phone }), 'application/json')).code ?? '',
    upload: async (openid, file) => (await post(`/files/upload?path=${encodeURIComponent(file)}`, openid, Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]), 'image/jpeg')).fileID ?? '',
    stored: (collection) => emulator.store.find(collection),
    spoil: (collection, id, fields) => void emulator.store.update(collection, { _id: id }, { $set: fields }),
    async stop() {
      await emulator.stop()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}
