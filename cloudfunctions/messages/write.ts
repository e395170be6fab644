import type { Checked } from '#contract'
import type { MessageBody } from '#contract/fields'
import type { MessagePage } from '#contract/views'
import { settings } from '#settings'
import type { Actor } from '../kernel/caller'
import { HOUR_MS } from '../kernel/clock'
import { command } from '../kernel/database'
import { keyedId } from '../kernel/ids'
import { Refusal } from '../kernel/refusal'
import type { Intent } from '../kernel/router'
import { acceptPhotos } from '../photos'
import type { Plan } from './decide'
import { hotScoreOf } from './keys'
import { pageFor } from './page'
import { messages, type MessageRecord } from './record'
import { byOf } from './viewer'
import { derived, type Act } from './workflow'

const has = (list: ReadonlyArray<{ id: string }>, id: string): boolean => list.some((item) => item.id === id)

/** What the schema cannot know: the settings, and whose photos these are. `at` is where the body is in the input. */
function acceptBody(actor: Actor, body: MessageBody, at: '' | 'body.', kept: readonly string[] = []): MessageBody {
  if (!has(settings.towns, body.town)) throw new Refusal('invalid', { field: `${at}town`, sentence: '请选择镇或街道。' })
  if (!has(settings.categories, body.category)) throw new Refusal('invalid', { field: `${at}category`, sentence: '请选择类别。' })
  return { ...body, photos: acceptPhotos(actor, body.photos, `${at}photos`, kept) }
}

const nameOf = ({ nickname }: Actor): string => {
  if (nickname === undefined) throw new Refusal('profile_required')
  return nickname
}

/** The id is made of person and key, so that a message sent twice is one message. */
export async function submit(actor: Actor, input: Checked<'messages.submit'>, intent: Intent, nowMs: number): Promise<MessagePage> {
  const _id = keyedId('message', intent.id)
  const earlier = await messages.get(_id)
  if (earlier !== undefined) return answerEarlier(actor, earlier, intent)
  const body = acceptBody(actor, input, '')
  const recent = await messages.count({ authorId: actor.personId, createdAtMs: command.gt(nowMs - HOUR_MS) })
  if (recent >= settings.messagesPerHour) throw new Refusal('too_fast')
  const { kind, category, text, photos, town, place, visibility } = body
  const message = derived({
    _id,
    schema: 1,
    version: 1,
    bodyDigest: intent.digest,
    kind,
    category,
    text,
    photos,
    town,
    place,
    visibility,
    authorId: actor.personId,
    authorName: nameOf(actor),
    authorUnread: false,
    createdAtMs: nowMs,
    moderation: 'pending',
    moderationSinceMs: nowMs,
    handling: 'none',
    handlingSinceMs: nowMs,
    reopened: 0,
    likes: 0,
    hotScore: hotScoreOf(nowMs, 0),
    listKeys: [],
    queueKeys: [],
    queueSinceMs: nowMs,
    timeline: [{ ...intent, type: 'submitted', atMs: nowMs, by: byOf(actor, 'author') }],
  })
  if (await messages.add(message)) return pageFor(actor, message, ['author'])
  const landed = await messages.get(_id)
  if (landed === undefined) throw new Error('A message was added by another call and is not there')
  return answerEarlier(actor, landed, intent)
}

function answerEarlier(actor: Actor, message: MessageRecord, intent: Intent): Promise<MessagePage> {
  if (message.bodyDigest !== intent.digest) throw new Refusal('key_reused')
  return pageFor(actor, message, ['author'])
}

/** The author's new wording; the message's own photos may stay. */
export const editPlan = (actor: Actor, body: MessageBody): Plan => ({
  type: 'edited',
  prepare: async ({ photos }): Promise<Act> => ({ type: 'edited', body: acceptBody(actor, body, 'body.', photos), authorName: nameOf(actor) }),
})
