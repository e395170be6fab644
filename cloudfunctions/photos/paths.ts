import { keyedId, randomId } from '../kernel/ids'

/**
 * Upload paths are issued here and signed for one person: an action can tell a photo of the caller's own without asking
 * anything. The path holds nothing of the person, so two photos of one author cannot be linked by it.
 */
const PATH = /^photos\/([A-Za-z0-9_-]{16})-([A-Za-z0-9_-]{22})\.jpg$/
const FILE_ID = /^cloud:\/\/([A-Za-z0-9_-]+)(?:\.[A-Za-z0-9_-]+)?\/(.+)$/

export function issuePath(personId: string): string {
  const random = randomId()
  return `photos/${random}-${keyedId('photo', personId, random)}.jpg`
}

/** Whether a file id names a path that was issued to this person, in this environment. */
export function isOwnPhoto(fileId: string, personId: string, env: string | undefined): boolean {
  const [, fileEnv, path] = FILE_ID.exec(fileId) ?? []
  if (env === undefined || fileEnv !== env || path === undefined) return false
  const [, random, signature] = PATH.exec(path) ?? []
  return random !== undefined && signature === keyedId('photo', personId, random)
}
