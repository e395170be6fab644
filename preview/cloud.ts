import path from 'node:path'
import { declaration } from '../cloudfunctions/kernel/declaration'
import { buildFolder } from '../config/builds'
import { startEmulator, type Emulator } from '../emulator'
import { personas } from './personas'
import type { Secrets } from './secrets'

interface CloudOptions {
  /** A folder, or ':memory:'. */
  dataDir: string
  secrets: Secrets
  port?: number
  /** Whether to serve the H5 build. */
  site?: boolean
  /** Fail on a query without an index: for tests and for seeding. */
  strict?: boolean
  timers?: boolean
  warm?: number
  demo?: boolean
  log?: (line: string) => void
}

/** The product's cloud on this machine: its functions, its collections, its rules. */
export function startCloud({ dataDir, secrets, port = 0, site = false, strict = false, timers = true, warm = 2, demo = false, log }: CloudOptions): Promise<Emulator> {
  const functions = Object.entries(declaration.functions)
  return startEmulator({
    functionsDir: buildFolder('functions'),
    dataDir: dataDir === ':memory:' ? dataDir : path.resolve(dataDir),
    port,
    ...(site ? { staticDir: buildFolder('h5') } : {}),
    schema: { collections: declaration.collections },
    rules: {
      '*': { invoke: false },
      // Spreadsheets and posters and WeChat's pushes have their doors set before they move in.
      office: { invoke: 'auth != null' },
      events: { invoke: false },
      ...Object.fromEntries(functions.map(([name, { invoke }]) => [name, { invoke }])),
    },
    functions: Object.fromEntries(functions.map(([name, { timeoutMs, memoryMb }]) => [name, { timeoutMs, memoryMb, env: { ...secrets } }])),
    personas: () => (demo ? [...personas] : personas.filter(({ role }) => role === 'visitor')),
    strict,
    timers,
    threads: { warm, most: 16 },
    ...(log ? { log } : {}),
  })
}
