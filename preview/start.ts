import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { ensureBuilt } from '../config/builds'
import { EmulatorStartError } from '../emulator'
import { startCloud } from './cloud'
import { fillWithDemo, isEmpty } from './fill'
import { readOptions, StartProblem } from './options'
import { keepSecrets } from './secrets'

/** A taken port is told before minutes are spent on building. */
function checkPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StartProblem(error.code === 'EADDRINUSE' ? `Port ${port} is taken. Choose another with --port.` : `Port ${port} cannot be used: ${error.message}`)),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })
}

function checkFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK | constants.R_OK)
    // The demo is filled in beside its place.
    if (isEmpty(dataDir)) accessSync(path.dirname(path.resolve(dataDir)), constants.W_OK)
  } catch (error) {
    throw new StartProblem(`The folder ${dataDir} cannot be written: ${(error as Error).message}`)
  }
}

async function main(): Promise<void> {
  const { port, data, demo } = readOptions(process.argv.slice(2), process.env)
  checkFolder(data)
  await checkPort(port)
  const filled = path.join(data, 'secrets.json')
  if (!isEmpty(data) && !existsSync(filled) && existsSync(path.join(data, 'data.sqlite'))) {
    throw new StartProblem(`${filled} is missing: without its keys the database in ${data} cannot be read. Put it back, or choose another folder with --data.`)
  }

  const building = ensureBuilt('h5')
  // A failed build is told where it is awaited below; until then it must not end the process.
  building.catch(() => undefined)
  if (await ensureBuilt('functions')) console.log('Built the functions.')
  if (demo && isEmpty(data)) {
    console.log('Filling the database once with an invented district. This takes about a minute.')
    await fillWithDemo(data)
  }
  if (await building) console.log('Built the H5 preview.')

  const secrets = keepSecrets(data)
  const cloud = await startCloud({ dataDir: data, secrets, port, site: true, demo, log: (line) => console.log(line) })
  console.log(`\n云上人大 is ready: http://127.0.0.1:${cloud.port}/\n`)
  console.log(`The first administrator's one-time code is in ${filled}.`)

  const stop = () => {
    void cloud.stop().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((error: unknown) => {
  const known = error instanceof StartProblem || error instanceof EmulatorStartError
  console.error(known ? error.message : error)
  process.exit(1)
})
