import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The functions' secret environment variables; on a laptop they are made once and kept beside the database. */
export interface Secrets {
  KEY_SECRET: string
  FIRST_ADMIN_CODE: string
}

const fresh = (): Secrets => ({
  KEY_SECRET: randomBytes(32).toString('base64url'),
  FIRST_ADMIN_CODE: randomBytes(10).toString('hex').toUpperCase(),
})

export function keepSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets
  const secrets = fresh()
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}
