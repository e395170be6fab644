import * as v from 'valibot'
import { messageBody, type MessageBody } from '#contract/fields'
import type { FormPhoto } from '../../data/usePhotos'
import { kinds, visibilities, type Kind, type Visibility } from '#contract/vocabulary'

/**
 * What is being written. `key` is the idempotency key of every send of it; `attempts` are the bodies that were sent
 * with it and whose answer never came.
 */
export interface Draft {
  kind: Kind
  category?: string
  text: string
  photos: FormPhoto[]
  town?: string
  placeName: string
  point?: { lat: number; lon: number }
  visibility: Visibility
  key: string
  attempts: MessageBody[]
}

export const emptyDraft = (key: string): Draft => ({ kind: 'help', text: '', photos: [], placeName: '', visibility: 'public', key, attempts: [] })

const stored = v.object({
  kind: v.picklist(kinds),
  category: v.optional(v.string()),
  text: v.string(),
  photos: v.array(v.object({ key: v.string(), url: v.string(), fileId: v.optional(v.string()) })),
  town: v.optional(v.string()),
  placeName: v.string(),
  point: v.optional(v.object({ lat: v.number(), lon: v.number() })),
  visibility: v.picklist(visibilities),
  key: v.pipe(v.string(), v.minLength(16)),
  attempts: v.array(messageBody),
})
export const isDraft = (value: unknown): value is Draft => v.is(stored, value)

/** Whether there is anything that would be a pity to lose. */
export const isWorthKeeping = (draft: Draft): boolean =>
  draft.text.trim() !== '' || draft.photos.length > 0 || draft.placeName.trim() !== '' || draft.attempts.length > 0

/** What would be sent; photos that are not stored yet are not in it. */
export function bodyOf(draft: Draft): unknown {
  const name = draft.placeName.trim()
  const place = { ...(name ? { name } : {}), ...(draft.point ? { point: draft.point } : {}) }
  return {
    kind: draft.kind,
    category: draft.category,
    text: draft.text,
    photos: draft.photos.flatMap((photo) => (photo.fileId ? [photo.fileId] : [])),
    town: draft.town,
    ...(Object.keys(place).length ? { place } : {}),
    visibility: draft.visibility,
  }
}

export type Checked = { ok: true; body: MessageBody } | { ok: false; wrong: Partial<Record<string, string>> }

/** Checks with the very schema that the server enforces; `wrong` has a sentence for each field at fault. */
export function check(draft: Draft): Checked {
  const parsed = v.safeParse(messageBody, bodyOf(draft))
  if (parsed.success) return { ok: true, body: parsed.output }
  const wrong: Partial<Record<string, string>> = {}
  for (const issue of parsed.issues) {
    const field = String(issue.path?.[0]?.key ?? 'text')
    wrong[field] ??= field === 'category' ? '请选择类别。' : field === 'town' ? '请选择镇、街道。' : issue.message
  }
  return { ok: false, wrong }
}

/** Remembered before the call, so that closing the page in the middle of it forgets nothing. */
export function sending(draft: Draft, body: MessageBody): Draft {
  const known = draft.attempts.some((attempt) => sameBody(attempt, body))
  return known ? draft : { ...draft, attempts: [...draft.attempts, body] }
}

/**
 * Every send of one draft carries the same key, edited or not: so at most one of them can land. `key_reused` says that
 * an earlier wording did; which of them is found by asking with each again, the newest first.
 */
export const earlierWordings = (draft: Draft, body: MessageBody): MessageBody[] =>
  draft.attempts.filter((attempt) => !sameBody(attempt, body)).reverse()

/** An earlier wording landed, and the text has changed since: what is written now becomes a draft of its own. */
export const startAnew = (draft: Draft, key: string): Draft => ({ ...draft, key, attempts: [] })

/** As it is kept on the phone: a stored photo's address is asked for anew, and pictures would fill the phone's 1 MB. */
export const forKeeping = (draft: Draft): Draft => ({
  ...draft,
  photos: draft.photos.map((photo) => (photo.fileId ? { ...photo, url: '' } : photo)),
})

const sameBody = (one: MessageBody, other: MessageBody): boolean => JSON.stringify(one) === JSON.stringify(other)
