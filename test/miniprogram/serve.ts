import { startCloud } from '../../preview/cloud'

/** The cloud in a process of its own: the mini-program under test lives in jsdom, which is no place for a server. */
async function main(): Promise<void> {
  const secrets = { KEY_SECRET: 'only for tests: 0123456789abcdef', FIRST_ADMIN_CODE: process.argv[2] ?? '' }
  const cloud = await startCloud({ dataDir: ':memory:', secrets, strict: true, timers: false, warm: 1 })
  process.send?.({ url: cloud.url })
  process.on('disconnect', () => void cloud.stop().then(() => process.exit(0)))
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
