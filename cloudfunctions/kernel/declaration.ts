/**
 * Everything the cloud has to provide, in one place: the emulator applies it and a deployment creates it.
 * Plain data without imports, so that whoever applies it needs none of the functions' libraries.
 * Every collection is readable and writable by functions only (WeChat: 仅管理端可读写).
 */
interface IndexDeclaration {
  name: string
  keys: Array<[field: string, direction: 1 | -1 | '2dsphere']>
  unique?: boolean
}
interface FunctionDeclaration {
  timeoutMs: number
  memoryMb: number
  /** WeChat's rule for calls from a client: timers are exempt from it. */
  invoke: 'auth != null' | false
  /** Seven fields (seconds first), UTC+8. */
  timer?: { name: string; config: string }
}
export interface Declaration {
  collections: Record<string, { indexes: IndexDeclaration[] }>
  functions: Record<string, FunctionDeclaration>
}

export const declaration: Declaration = {
  collections: {
    messages: {
      indexes: [
        { name: 'newest', keys: [['listKeys', 1], ['createdAtMs', -1], ['_id', -1]] },
        { name: 'hottest', keys: [['listKeys', 1], ['hotScore', -1], ['_id', -1]] },
        { name: 'queues', keys: [['queueKeys', 1], ['queueSinceMs', 1], ['_id', 1]] },
        { name: 'author', keys: [['authorId', 1], ['createdAtMs', -1], ['_id', -1]] },
        { name: 'unread', keys: [['authorId', 1], ['authorUnread', 1]] },
      ],
    },
    likes: {
      indexes: [
        { name: 'message', keys: [['messageId', 1], ['liked', 1]] },
        { name: 'changed', keys: [['changedAtMs', 1]] },
        { name: 'messageChanged', keys: [['messageId', 1], ['changedAtMs', 1]] },
      ],
    },
    people: { indexes: [] },
    deputies: { indexes: [{ name: 'town', keys: [['town', 1], ['_id', 1]] }] },
    units: { indexes: [] },
    staff: { indexes: [] },
    invites: { indexes: [] },
    rosters: { indexes: [] },
    stations: { indexes: [{ name: 'town', keys: [['town', 1], ['_id', 1]] }] },
  },
  functions: {
    api: { timeoutMs: 10_000, memoryMb: 256, invoke: 'auth != null' },
    jobs: { timeoutMs: 60_000, memoryMb: 256, invoke: false, timer: { name: 'every5min', config: '0 */5 * * * * *' } },
  },
}
