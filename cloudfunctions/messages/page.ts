import type { MessagePage } from '#contract/views'
import type { Actor } from '../kernel/caller'
import { temporaryUrls } from '../kernel/wechat'
import { likedBy } from './likes'
import { photosOf, presentPage } from './present'
import type { MessageRecord } from './record'
import type { Relation } from './rules'

/** The page as this actor may see it. The photos' URLs cost no request to the database, the like one. */
export async function pageFor(actor: Actor, message: MessageRecord, relations: readonly Relation[]): Promise<MessagePage> {
  const [urls, liked] = await Promise.all([temporaryUrls(photosOf(message)), likedBy(actor, message.likes > 0 ? [message._id] : [])])
  return presentPage(message, { relations, recordId: actor.record?.id, liked: liked.has(message._id), urls })
}
