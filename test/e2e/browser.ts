import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const cache = path.resolve(__dirname, '../../.cache')
const note = path.join(cache, 'browser')
/** Ships a Linux browser inside its npm package; only fetched where the system has none and apt cannot be used. */
const PACKAGE = '@sparticuz/chromium@147.0.2'

const runs = (file: string): boolean => spawnSync(file, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status === 0

const onPath = (): string | undefined =>
  [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file): file is string => file !== undefined && existsSync(file) && runs(file))

const hasChineseFont = (): boolean => {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

function apt(packages: string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args: string[]) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 }).status === 0
  return run('update') && run('install', '-y', '--no-install-recommends', ...packages)
}

function fromNpm(): string {
  const folder = path.join(cache, 'chromium')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', PACKAGE], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  // The package is an ES module and unpacks the browser when asked for its path.
  const script = "import('@sparticuz/chromium').then(async ({ default: c }) => console.log(await c.executablePath()))"
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, encoding: 'utf8' }).trim()
}

/**
 * The path of a browser that starts; installs one, and a font with Chinese, where they are missing.
 * @throws Error that says what to do when neither apt nor npm brings one that runs.
 */
export function ensureBrowser(): string {
  mkdirSync(cache, { recursive: true })
  let browser = onPath()
  if (!browser && existsSync(note) && runs(readFileSync(note, 'utf8'))) browser = readFileSync(note, 'utf8')
  if ((!browser || !hasChineseFont()) && apt(['chromium', 'fonts-noto-cjk', 'fontconfig'])) browser ??= onPath()
  browser ??= fromNpm()
  if (!runs(browser)) throw new Error(`No browser for the tests: ${browser} does not start. Install chromium, or name one in CHROMIUM_PATH.`)
  writeFileSync(note, browser)
  return browser
}

/** What `ensureBrowser` found. Fails, and does not skip, when the preparation did not run. */
export function browserPath(): string {
  if (!existsSync(note)) throw new Error('Run `npm test`: it finds or installs the browser first.')
  return readFileSync(note, 'utf8')
}
