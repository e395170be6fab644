import { ensureBuilt } from '../config/builds'
import { ensureBrowser } from './e2e/browser'

/** Everything that the tests stand on: the builds, a browser, a font that has Chinese. */
async function main(): Promise<void> {
  for (const name of ['functions', 'h5', 'weapp'] as const) {
    const started = Date.now()
    if (await ensureBuilt(name)) console.log(`${name}: built in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  }
  console.log(`browser: ${ensureBrowser()}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
