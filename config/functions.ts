import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(__dirname, '..')
const source = path.join(root, 'cloudfunctions')

/** A deployed function is a folder with a `config.json`; every other folder is a subject that functions import. */
const functionNames = (): string[] =>
  readdirSync(source).filter((name) => existsSync(path.join(source, name, 'config.json')))

/**
 * Bundles every function into `outDir/<name>/` as WeChat's tools upload it: `index.js`, `package.json`, `config.json`.
 * wx-server-sdk stays outside: the cloud installs it, and the bundle that runs on a laptop is the one that deploys.
 */
export async function buildFunctions(outDir: string): Promise<string[]> {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string
    dependencies: Record<string, string>
  }
  const names = functionNames()
  await build({
    entryPoints: names.map((name) => ({ in: path.join(source, name, 'index.ts'), out: `${name}/index` })),
    outdir: outDir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node16',
    external: ['wx-server-sdk'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    absWorkingDir: root,
  })
  for (const name of names) {
    const folder = path.join(outDir, name)
    mkdirSync(folder, { recursive: true })
    cpSync(path.join(source, name, 'config.json'), path.join(folder, 'config.json'))
    const pack = {
      name,
      version: manifest.version,
      private: true,
      main: 'index.js',
      dependencies: { 'wx-server-sdk': manifest.dependencies['wx-server-sdk'] },
    }
    writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(pack, null, 2)}\n`)
  }
  return names
}
