import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { startCloud } from './cloud'
import { seed } from './demo/seed'
import { doorsOf } from './doors'
import { keepSecrets } from './secrets'

/** Nothing there, or an empty folder. */
export const isEmpty = (dataDir: string): boolean => !existsSync(dataDir) || readdirSync(dataDir).length === 0

/**
 * Fills a folder once with the demo district. It is filled beside its place and moved there when it is whole, so a
 * run that was stopped half-way leaves nothing half done.
 */
export async function fillWithDemo(dataDir: string): Promise<void> {
  const whole = path.resolve(dataDir)
  const beside = `${whole}.filling`
  rmSync(beside, { recursive: true, force: true })
  mkdirSync(beside, { recursive: true })
  const secrets = keepSecrets(beside)
  const cloud = await startCloud({ dataDir: beside, secrets, timers: false, strict: true })
  try {
    await seed(doorsOf(cloud), secrets.FIRST_ADMIN_CODE, Date.now())
  } finally {
    await cloud.stop()
  }
  if (existsSync(whole)) rmSync(whole, { recursive: true })
  renameSync(beside, whole)
}
