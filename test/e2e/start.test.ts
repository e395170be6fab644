import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Answer, Output } from '#contract'

jest.setTimeout(300_000)

const root = path.resolve(__dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'start-'))
const running: ChildProcess[] = []
afterAll(() => {
  running.forEach((child) => child.kill('SIGKILL'))
  rmSync(folder, { recursive: true, force: true })
})

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

interface Started {
  url?: string
  code?: number | null
  said: string
  tookMs: number
  kill: (signal: NodeJS.Signals) => Promise<void>
}

/** `npm start` with these options, until it is ready or has given up. */
async function start(...args: string[]): Promise<Started> {
  const begun = Date.now()
  const child = spawn(process.execPath, ['--import', 'tsx', 'preview/start.ts', ...args], { cwd: root, env: { ...process.env, PORT: '', DATA: '' , NO_DEMO: '' } })
  running.push(child)
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return new Promise((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const url = /is ready: (http:\S+?)\/?\s/.exec(said)?.[1]
      if (url) resolve({ url, said, tookMs: Date.now() - begun, kill })
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then((code) => resolve({ code, said, tookMs: Date.now() - begun, kill }))
  })
}

async function ask<Name extends 'messages.list' | 'me.read'>(url: string, openid: string, action: Name, input: object): Promise<Output<Name>> {
  const response = await fetch(`${url}/fn/api`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-wx-openid': openid }, body: JSON.stringify({ action, input }) })
  const answer = (await response.json()) as Answer<Output<Name>>
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.data
}

/** Every public message of one stage. */
async function countStage(url: string, stage?: string): Promise<number> {
  let count = 0
  let cursor: string | undefined
  do {
    const page = await ask(url, 'demo-visitor', 'messages.list', { sort: 'newest', ...(stage ? { stage } : {}), ...(cursor ? { cursor } : {}) })
    count += page.items.length
    cursor = page.next
  } while (cursor)
  return count
}

test('the first start fills the demo district, the next finds it again, and a killed one loses nothing', async () => {
  const data = path.join(folder, 'demo')
  const port = String(await freePort())
  const first = await start('--port', port, '--data', data)
  expect(first.said).toContain('is ready')
  const url = first.url ?? ''
  const before = await countStage(url)
  expect(before).toBeGreaterThan(200)
  for (const stage of ['waiting', 'handling', 'answered', 'solved', 'closed']) expect(await countStage(url, stage)).toBeGreaterThan(0)
  const { badges, role } = await ask(url, 'demo-staff-1', 'me.read', {})
  expect(role).toBe('staff')
  expect((badges.moderate ?? 0) + (badges.route ?? 0)).toBeGreaterThan(0)
  expect((await (await fetch(`${url}/personas`)).json()) as unknown[]).toHaveLength(8)
  expect(await (await fetch(url)).text()).toContain('云上人大')
  await first.kill('SIGKILL')

  const second = await start('--port', port, '--data', data)
  expect(second.said).not.toContain('Filling')
  expect(await countStage(second.url ?? '')).toBe(before)
  await second.kill('SIGTERM')
})

test('--no-demo starts empty, with a code for the first administrator', async () => {
  const data = path.join(folder, 'empty')
  const started = await start('--port', String(await freePort()), '--data', data, '--no-demo')
  expect(await countStage(started.url ?? '')).toBe(0)
  expect((JSON.parse(readFileSync(path.join(data, 'secrets.json'), 'utf8')) as { FIRST_ADMIN_CODE: string }).FIRST_ADMIN_CODE).toMatch(/^[0-9A-F]{20}$/)
  await started.kill('SIGTERM')
})

test('a taken port is one clear line and exit code 1', async () => {
  const server = createServer()
  const port = await new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)))
  const started = await start('--port', String(port), '--data', path.join(folder, 'taken'), '--no-demo')
  server.close()
  expect(started.code).toBe(1)
  expect(started.said.trim()).toBe(`Port ${port} is taken. Choose another with --port.`)
})

test('a folder that cannot be written is one clear line and exit code 1', async () => {
  const file = path.join(folder, 'a-file')
  writeFileSync(file, '')
  const started = await start('--port', String(await freePort()), '--data', path.join(file, 'data'), '--no-demo')
  expect(started.code).toBe(1)
  expect(started.said).toMatch(/^The folder .* cannot be written: [^\n]*\n$/)
})

test('a broken database is one clear line, exit code 1, and left as it was', async () => {
  const data = path.join(folder, 'broken')
  const started = await start('--port', String(await freePort()), '--data', data, '--no-demo')
  await started.kill('SIGTERM')
  const file = path.join(data, 'data.sqlite')
  rmSync(`${file}-wal`, { force: true })
  writeFileSync(file, 'this is no database'.repeat(500))
  const again = await start('--port', String(await freePort()), '--data', data, '--no-demo')
  expect(again.code).toBe(1)
  expect(again.said.trim().split('\n')).toHaveLength(1)
  expect(again.said).toContain('data.sqlite')
  expect(readFileSync(file, 'utf8')).toContain('this is no database')
})

test('an option that nobody knows is one clear line and exit code 1', async () => {
  const started = await start('--prot', '3000')
  expect(started.code).toBe(1)
  expect(started.said).toContain('Options: --port 3000 --data .data --no-demo')
})
