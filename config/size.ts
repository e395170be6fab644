import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { buildFolder, ensureBuilt } from './builds'

const KB = 1024
const MAIN_LIMIT = 420 * KB
const SUB_LIMIT = 300 * KB
const PACKAGES = ['citizen', 'staff', 'deputy', 'unit']

/** What WeChat uploads: everything but the notes for people. */
function sizeOf(folder: string, skip: string[] = []): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    if (skip.includes(entry.name) || /\.(map|LICENSE\.txt)$/.test(entry.name)) return sum
    const full = path.join(folder, entry.name)
    return sum + (entry.isDirectory() ? sizeOf(full) : statSync(full).size)
  }, 0)
}

/** Prints what each package of the mini-program weighs and fails above the limits. */
async function main(): Promise<void> {
  await ensureBuilt('weapp')
  const root = buildFolder('weapp')
  const rows = [
    { name: 'main package', bytes: sizeOf(root, [...PACKAGES, 'project.config.json']), limit: MAIN_LIMIT },
    ...PACKAGES.map((name) => ({ name, bytes: sizeOf(path.join(root, name)), limit: SUB_LIMIT })),
  ]
  for (const { name, bytes, limit } of rows) {
    const over = bytes > limit
    console.log(`${name.padEnd(14)} ${(bytes / KB).toFixed(1).padStart(7)} KB of ${limit / KB} KB${over ? '  TOO LARGE' : ''}`)
    if (over) process.exitCode = 1
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
