import { ensureBuilt, type BuildName } from './builds'

/** `tsx config/build.ts functions weapp`: makes the named builds where they are missing or stale. */
async function main(): Promise<void> {
  for (const name of process.argv.slice(2) as BuildName[]) {
    const started = Date.now()
    const made = await ensureBuilt(name)
    console.log(made ? `${name}: built in ${((Date.now() - started) / 1000).toFixed(1)} s` : `${name}: up to date`)
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
