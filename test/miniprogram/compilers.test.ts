/** @jest-environment node */
import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../../dist/weapp')
const files = (ending: string, folder = root): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name)
    return entry.isDirectory() ? files(ending, full) : full.endsWith(ending) ? [path.relative(root, full)] : []
  })

/** WeChat's own compilers, which `miniprogram-simulate` brings; npm's tarball leaves one of them without its run bit. */
function compile(tool: 'wcc' | 'wcsc', args: string[]): { status: number | null; said: string } {
  const file = path.resolve(__dirname, '../../node_modules/miniprogram-compiler/bin/linux', tool)
  chmodSync(file, 0o755)
  const { status, stderr, stdout } = spawnSync(file, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 })
  return { status, said: status === 0 ? stdout : stderr }
}

/** What a style sheet imports: the compiler wants to be given it too. */
const importsOf = (file: string): string[] =>
  [...readFileSync(path.join(root, file), 'utf8').matchAll(/@import\s*["'](.+?)["']/g)].map(([, name = '']) => `./${path.join(path.dirname(file), name)}`)

test('every template passes WeChat’s compiler', () => {
  const templates = files('.wxml')
  expect(templates.length).toBeGreaterThan(15)
  const { status, said } = compile('wcc', ['-d', ...templates.map((file) => `./${file}`), ...files('.wxs').map((file) => `./${file}`)])
  expect(status === 0 ? '' : said).toBe('')
})

test.each(files('.wxss').map((file) => [file]))('%s passes WeChat’s style compiler', (file) => {
  const { status, said } = compile('wcsc', ['-lc', '-js', `./${file}`, ...importsOf(file)])
  expect(status === 0 ? '' : said).toBe('')
})

test('the screens call no WeChat API that its typings do not know', () => {
  const folder = path.resolve(__dirname, '../../src/platform')
  const typingsFolder = path.resolve(__dirname, '../../node_modules/miniprogram-api-typings/types/wx')
  const typings = readFileSync(path.join(typingsFolder, 'lib.wx.api.d.ts'), 'utf8')
  const cloud = readFileSync(path.join(typingsFolder, 'lib.wx.cloud.d.ts'), 'utf8')
  const known = (name: string, where: string): boolean => new RegExp(`\\b${name}\\s*[(<:]`).test(where)
  const sources = readdirSync(folder).filter((file) => /\.tsx?$/.test(file) && !file.includes('.h5.'))
  const calls = sources.flatMap((file) => [...readFileSync(path.join(folder, file), 'utf8').matchAll(/\bTaro\.(cloud\.)?([a-z]\w+)\(/g)])
  // Taro's own; in WeChat it is the global function of the same name.
  const taros = new Set(['getCurrentPages'])
  const unknown = calls.filter(([, inCloud, name = '']) => !taros.has(name) && !known(name, inCloud ? cloud : typings)).map(([call]) => call)
  expect(calls.length).toBeGreaterThan(15)
  expect(unknown).toEqual([])
})

test('nothing of the preview’s personas is in the mini-program', () => {
  for (const file of files('.js')) expect(readFileSync(path.join(root, file), 'utf8')).not.toMatch(/persona|x-wx-openid|preview\.openid/i)
})
