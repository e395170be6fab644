const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * An idempotency key of 32 characters. It must not repeat on one phone; nobody gains by guessing it, since the server
 * binds it to the caller, and old phones have no better source of chance than Math.random.
 */
export function newKey(): string {
  let key = Date.now().toString(36)
  while (key.length < 32) key += ALPHABET[Math.floor(Math.random() * ALPHABET.length)]
  return key
}
