import type { Caller } from '../kernel/caller'
import { collection, command } from '../kernel/database'
import { keyedId } from '../kernel/ids'
import { Refusal } from '../kernel/refusal'
import type { Intent } from '../kernel/router'
import { settings } from '#settings'
import { hotScoreOf } from './keys'
import { messages, type MessageRecord } from './record'

/** `_id` is the HMAC of message and person: one a person, whatever happens. Taken back it stays, with `liked: false`. */
interface Like {
  _id: string
  schema: 1
  messageId: string
  liked: boolean
  changedAtMs: number
  /** The last intention that changed it. */
  write: string
}

const likes = collection<Like>('likes', 1)

const likeId = (messageId: string, { openid }: Caller): string => keyedId('like', messageId, openid)

/** Which of these messages the caller likes: one request. */
export async function likedBy(caller: Caller, messageIds: readonly string[]): Promise<Set<string>> {
  if (messageIds.length === 0) return new Set()
  const ids = messageIds.map((id) => likeId(id, caller))
  const found = await likes.find({ _id: command.in(ids) }, { limit: ids.length })
  return new Set(found.filter(({ liked }) => liked).map(({ messageId }) => messageId))
}

/** Whether the like is now as wished by this very call: exactly one of many at once gets true. */
async function turn(like: Like, { id: write }: Intent): Promise<boolean> {
  const { _id, liked, changedAtMs } = like
  if (liked && (await likes.add(like))) return true
  // A write that already happened under this key is not undone by its own repetition with another body.
  return (await likes.update({ _id, liked: !liked, write: command.neq(write) }, { liked, changedAtMs, write })) === 1
}

/** At most four requests. No role is read: anybody in WeChat may like what is public. */
export async function setLike(caller: Caller, messageId: string, liked: boolean, intent: Intent, nowMs: number) {
  const listed = { _id: messageId, listKeys: '*' }
  const [message] = await messages.find(listed, { limit: 1, without: ['timeline'] })
  if (message === undefined) throw new Refusal('not_found')
  const _id = likeId(messageId, caller)
  if (await turn({ _id, schema: 1, messageId, liked, changedAtMs: nowMs, write: intent.id }, intent)) {
    const by = liked ? 1 : -1
    await messages.update(listed, { likes: command.inc(by), hotScore: command.inc(by * settings.likeWeightMs) })
    return { id: messageId, liked, likes: Math.max(0, message.likes + by) }
  }
  const present = await likes.get(_id)
  if ((present?.liked ?? false) !== liked) throw new Refusal(present?.write === intent.id ? 'key_reused' : 'conflict')
  return { id: messageId, liked, likes: liked ? Math.max(1, message.likes) : message.likes }
}

/** Long enough that a call which wrote its like has also counted it, or never will. */
const SETTLED_MS = 2 * 60_000
const WINDOW_MS = 2 * 60 * 60_000

/**
 * Counts anew what was liked of late, in case a call ended between the like and the counter. A message with a like too
 * fresh to be sure of is left for the next time, and so is one whose counter moved meanwhile.
 */
export async function repairLikes(nowMs: number): Promise<number> {
  const recent = command.gt(nowMs - WINDOW_MS).and(command.lte(nowMs - SETTLED_MS))
  const touched = await likes.countBy({ changedAtMs: recent }, 'messageId')
  let repaired = 0
  for (const messageId of touched.keys()) {
    const message = await messages.get(messageId, ['timeline'])
    if (message === undefined) continue
    const count = await likes.count({ messageId, liked: true })
    if (count === message.likes) continue
    if ((await likes.count({ messageId, changedAtMs: command.gt(nowMs - SETTLED_MS) })) > 0) continue
    repaired += await putCount(message, count)
  }
  return repaired
}

const putCount = ({ _id, likes: counted, createdAtMs }: MessageRecord, count: number): Promise<number> =>
  messages.update({ _id, likes: counted }, { likes: count, hotScore: hotScoreOf(createdAtMs, count) })
