import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildFunctions } from './functions'

const root = path.resolve(__dirname, '..')

/** Where each build goes, and what it is made of. A build is stale when one of its sources has changed. */
const builds = {
  functions: { out: 'dist/functions', sources: ['cloudfunctions', 'src/contract', 'config/settings', 'config/functions.ts', 'package-lock.json'] },
  h5: { out: 'dist/h5', sources: ['src', 'config/settings', 'config/index.ts', 'babel.config.js', '.browserslistrc', 'package-lock.json'] },
  weapp: { out: 'dist/weapp', sources: ['src', 'config/settings', 'config/index.ts', 'babel.config.js', '.browserslistrc', 'package-lock.json'] },
} as const
export type BuildName = keyof typeof builds
export const buildFolder = (name: BuildName): string => path.join(root, builds[name].out)

function digest(name: BuildName): string {
  const hash = createHash('sha256').update(`${process.env.CLOUD_ENV ?? ''}|${process.env.APPID ?? ''}`)
  const add = (file: string) => {
    const full = path.join(root, file)
    if (!existsSync(full)) return
    hash.update(file).update(readFileSync(full))
  }
  const walk = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = `${folder}/${entry.name}`
      if (entry.isDirectory()) walk(file)
      else add(file)
    }
  }
  for (const source of builds[name].sources) {
    const full = path.join(root, source)
    if (existsSync(full) && statSync(full).isDirectory()) walk(source)
    else add(source)
  }
  return hash.digest('hex')
}

function taro(type: 'h5' | 'weapp'): Promise<void> {
  const cli = path.join(root, 'node_modules/@tarojs/cli/bin/taro')
  const child = spawn(process.execPath, [cli, 'build', '--type', type, '--no-check', '--disable-global-config'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', TARO_ENV: type, BROWSERSLIST_ENV: type },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  const keep = (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-20_000)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      // Taro ends with 0 when webpack has failed, so its word is read as well.
      if (code === 0 && /Compiled successfully/.test(log)) resolve()
      else reject(new Error(`taro build --type ${type} failed (exit ${code}):\n${log.slice(-2500)}`))
    })
  })
}

/** Makes one build if it is missing or older than its sources. Answers whether it was made. */
export async function ensureBuilt(name: BuildName): Promise<boolean> {
  const out = buildFolder(name)
  const stampFile = path.join(root, 'dist', `.${name}.stamp`)
  const stamp = digest(name)
  if (existsSync(out) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
  rmSync(stampFile, { force: true })
  rmSync(out, { recursive: true, force: true })
  if (name === 'functions') await buildFunctions(out)
  else await taro(name)
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
  return true
}
