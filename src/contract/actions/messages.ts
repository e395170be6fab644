import * as v from 'valibot'
import { reads, writes } from '../action'
import { cursor, fileId, id, limits, messageBody, photos, settingId, text, version } from '../fields'
import { stages, verdictResults } from '../vocabulary'
import type { MessageCard, MessagePage, Page } from '../views'

const boxes = ['moderate', 'route', 'all', 'tasks', 'done'] as const
/** Where officials find their work. `moderate`, `route` and `all` are staff's; `tasks` and `done` a deputy's or unit's. */
export type Box = (typeof boxes)[number]

const reply = text(2, limits.replyMax, '内容')
const onMessage = { id, version }

export const messageActions = {
  /** Public messages, newest or hottest first. */
  'messages.list': reads(
    v.strictObject({
      sort: v.picklist(['newest', 'hottest']),
      town: v.optional(settingId),
      category: v.optional(settingId),
      stage: v.optional(v.picklist(stages)),
      cursor: v.optional(cursor),
    }),
  ).answers<Page<MessageCard>>(),
  'messages.read': reads(v.strictObject({ id })).answers<MessagePage>(),
  /** The caller's own, newest first, whatever became of them. */
  'messages.mine': reads(v.strictObject({ cursor: v.optional(cursor) })).answers<Page<MessageCard>>(),
  /** The oldest first. Answers `forbidden` for a box that is not the caller's. */
  'messages.box': reads(v.strictObject({ box: v.picklist(boxes), cursor: v.optional(cursor) })).answers<Page<MessageCard>>(),

  /** Answers the page of what was sent; the same key with the same body answers the same message again. */
  'messages.submit': writes(messageBody).answers<MessagePage>(),
  'messages.edit': writes(v.strictObject({ ...onMessage, body: messageBody })).answers<MessagePage>(),
  'messages.withdraw': writes(v.strictObject(onMessage)).answers<MessagePage>(),
  /** The author has seen what happened: takes the badge away. */
  'messages.seen': writes(v.strictObject({ id })).answers<{ id: string }>(),
  'messages.judge': writes(
    v.strictObject({
      ...onMessage,
      result: v.picklist(verdictResults, '请选择是否解决。'),
      stars: v.pipe(v.number(), v.integer(), v.minValue(1, '请点亮星星。'), v.maxValue(5)),
      word: v.optional(text(1, limits.wordMax, '评价')),
    }),
  ).answers<MessagePage>(),

  'messages.moderate': writes(
    v.variant('decision', [
      v.strictObject({ ...onMessage, decision: v.picklist(['approve', 'unhide', 'approveWord']) }),
      v.strictObject({
        ...onMessage,
        decision: v.picklist(['reject', 'askChanges', 'hide', 'rejectWord']),
        reason: text(2, limits.reasonMax, '理由'),
      }),
    ]),
  ).answers<MessagePage>(),
  'messages.assign': writes(v.strictObject({ ...onMessage, deputyId: id })).answers<MessagePage>(),

  'messages.decline': writes(v.strictObject({ ...onMessage, reason: text(2, limits.reasonMax, '理由') })).answers<MessagePage>(),
  'messages.remark': writes(v.strictObject({ ...onMessage, text: reply })).answers<MessagePage>(),
  'messages.forward': writes(
    v.strictObject({ ...onMessage, unitId: id, text: v.optional(text(1, limits.replyMax, '说明')) }),
  ).answers<MessagePage>(),
  'messages.progress': writes(v.strictObject({ ...onMessage, text: reply, photos, completed: v.boolean() })).answers<MessagePage>(),
  'messages.answer': writes(v.strictObject({ ...onMessage, text: reply })).answers<MessagePage>(),
  'messages.correct': writes(v.strictObject({ ...onMessage, entryId: id, text: reply })).answers<MessagePage>(),

  /** Set, never toggled: sending it twice has one effect. */
  'likes.set': writes(v.strictObject({ id, liked: v.boolean() })).answers<{ id: string; liked: boolean; likes: number }>(),

  /** Paths the caller may upload to, one a photo. What is uploaded elsewhere is accepted by no action. */
  'photos.prepare': reads(
    v.strictObject({ count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.photosMax)) }),
  ).answers<{ paths: string[] }>(),
  /** Fresh URLs of the caller's own uploads, for a draft taken up again. */
  'photos.own': reads(v.strictObject({ photos: v.pipe(v.array(fileId), v.maxLength(limits.photosMax)) })).answers<{
    photos: { id: string; url: string }[]
  }>(),
}
