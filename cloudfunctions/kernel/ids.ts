import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { keySecret } from './secrets'

/** What an id or a key is for: two purposes never give the same bytes. */
export type Purpose = 'person' | 'message' | 'like' | 'intent' | 'digest' | 'record' | 'invite' | 'code' | 'phone' | 'photo' | 'lapse'

/** Length-prefixed, so that ('ab','c') and ('a','bc') differ. */
const joined = (parts: readonly string[]): string => parts.map((part) => `${part.length}:${part}`).join('')

export const keyed = (purpose: Purpose, ...parts: string[]): Buffer =>
  createHmac('sha256', keySecret()).update(joined([purpose, ...parts])).digest()

/** 128 bits as 22 characters of base64url. */
export const keyedId = (purpose: Purpose, ...parts: string[]): string => keyed(purpose, ...parts).subarray(0, 16).toString('base64url')

export const randomId = (): string => randomBytes(12).toString('base64url')

/** The same for two values that are equal as JSON, whatever the order of their keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

export const digestOf = (value: unknown): string => keyedId('digest', canonical(value))

export function sameSecret(a: string, b: string): boolean {
  const [x, y] = [keyed('code', a), keyed('code', b)]
  return timingSafeEqual(x, y)
}

const sealingKey = (): Buffer => Buffer.from(hkdfSync('sha256', keySecret(), '', 'phone-sealing', 32))

/** AES-256-GCM: iv, tag and ciphertext, base64url. `owner` is bound to it, so a value moved to another person fails to open. */
export function seal(plain: string, owner: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(), iv).setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

export function unseal(sealed: string, owner: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(), bytes.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}
