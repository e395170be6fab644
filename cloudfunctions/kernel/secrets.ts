/**
 * Secrets are environment variables of the functions. A missing one is a fault: nothing is ever signed, hashed or
 * encrypted with a default.
 */
export function keySecret(): string {
  const secret = process.env.KEY_SECRET
  if (secret === undefined || secret.length < 16) {
    throw new Error('The environment variable KEY_SECRET is missing or shorter than 16 characters')
  }
  return secret
}

/** The one-time code that makes the first administrator; without it nobody becomes one by this way. */
export const firstAdminCode = (): string | undefined => {
  const code = process.env.FIRST_ADMIN_CODE?.replace(/[\s-]/g, '').toUpperCase()
  return code === undefined || code.length < 8 ? undefined : code
}
