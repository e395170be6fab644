import type { Actor } from '../../cloudfunctions/kernel/caller'
import type { MessageRecord } from '../../cloudfunctions/messages/record'
import { derived } from '../../cloudfunctions/messages/workflow'

/** A stored message for pure rules, which need no cloud; tests of actions make theirs by the product's own actions. */
export function buildRecord(changes: Partial<MessageRecord> = {}): MessageRecord {
  const createdAtMs = Date.UTC(2026, 9, 1)
  return derived({
    _id: 'message-1',
    schema: 1,
    version: 1,
    bodyDigest: 'digest',
    kind: 'help',
    category: 'traffic',
    text: '路口的红绿灯坏了三天，早高峰很乱。',
    photos: [],
    town: 'hutang',
    visibility: 'public',
    authorId: 'person-author',
    authorName: '早起的居民',
    authorUnread: false,
    createdAtMs,
    moderation: 'approved',
    moderationSinceMs: createdAtMs,
    handling: 'none',
    handlingSinceMs: createdAtMs,
    reopened: 0,
    likes: 0,
    hotScore: createdAtMs,
    listKeys: [],
    queueKeys: [],
    queueSinceMs: createdAtMs,
    timeline: [{ id: 'entry-0', digest: 'digest', type: 'submitted', atMs: createdAtMs, by: { personId: 'person-author', role: 'citizen', name: '早起的居民' } }],
    ...changes,
  })
}

export const buildActor = (changes: Partial<Actor> = {}): Actor => ({
  openid: 'openid-somebody',
  personId: 'person-somebody',
  env: 'test-env',
  role: 'citizen',
  nickname: '路人甲',
  consented: true,
  canPost: true,
  ...changes,
})
