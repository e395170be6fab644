import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt, type BuildName } from './builds'
import { settings } from './settings'

/** WeChat's tools read the appid from the root's project file; the setting is where it is decided. */
function writeAppid(): void {
  const file = path.resolve(__dirname, '../project.config.json')
  const project = JSON.parse(readFileSync(file, 'utf8')) as { appid: string }
  const appid = process.env.APPID ?? settings.appid
  if (project.appid !== appid) writeFileSync(file, `${JSON.stringify({ ...project, appid }, null, 2)}\n`)
}

/** `tsx config/build.ts functions weapp`: makes the named builds where they are missing or stale. */
async function main(): Promise<void> {
  for (const name of process.argv.slice(2) as BuildName[]) {
    if (name === 'weapp') writeAppid()
    const started = Date.now()
    const made = await ensureBuilt(name)
    console.log(made ? `${name}: built in ${((Date.now() - started) / 1000).toFixed(1)} s` : `${name}: up to date`)
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
