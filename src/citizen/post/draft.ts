import * as v from 'valibot'
import { messageBody, type MessageBody } from '#contract/fields'
import type { FormPhoto } from '../../data/formPhoto'
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

export type Faults = Partial<Record<string, string>>
export type Checked = { ok: true; body: MessageBody } | { ok: false; wrong: Faults }

/** Checks with the very schema that the server enforces; `wrong` has a sentence for each field at fault. */
export function check(draft: Draft): Checked {
  const parsed = v.safeParse(messageBody, bodyOf(draft))
  if (parsed.success) return { ok: true, body: parsed.output }
  const wrong: Faults = {}
  for (const issue of parsed.issues) {
    const field = String(issue.path?.[0]?.key ?? 'text')
    wrong[field] ??= field === 'category' ? '请选择类别。' : field === 'town' ? '请选择镇、街道。' : issue.message
  }
  return { ok: false, wrong }
}

/** The fault that stands highest on the form. */
export const firstOf = (wrong: Faults): string => ['kind', 'text', 'photos', 'town', 'category', 'place'].map((field) => wrong[field]).find(Boolean) ?? '请检查填写的内容。'

/** Sentences by field once sending was `tried`: they go as soon as the field is mended. `told` is what only the cloud knew. */
export function wrongIn(draft: Draft, tried: boolean, told?: { message: string; field?: string }): Faults {
  const checked: Checked = tried ? check(draft) : { ok: false, wrong: {} }
  const field = told?.field?.split('.')[0]
  return { ...(field && told ? { [field]: told.message } : {}), ...(checked.ok ? {} : checked.wrong) }
}

/** Remembered before the call, so that closing the page in the middle of it forgets nothing. */
export function sending(draft: Draft, body: MessageBody): Draft {
  const known = draft.attempts.some((attempt) => sameBody(attempt, body))
  return known ? draft : { ...draft, attempts: [...draft.attempts, body] }
}

/** The cloud has clearly said no: this wording is not on its way, unless an earlier send of it (`before`) may be. */
export const refused = (draft: Draft, before: Draft): Draft => ({ ...draft, attempts: before.attempts })

/**
 * Every send of one draft carries the same key, edited or not: so at most one of them can land. `key_reused` says that
 * an earlier wording did; which of them is found by asking with each again, the newest first.
 */
export const earlierWordings = (draft: Draft, body: MessageBody): MessageBody[] =>
  draft.attempts.filter((attempt) => !sameBody(attempt, body)).reverse()

/** An earlier wording landed, and the text has changed since: what is written now becomes a draft of its own. */
export const startAnew = (draft: Draft, key: string): Draft => ({ ...draft, key, attempts: [] })

/**
 * Whether a send is still without an answer. `same`: nothing was changed since, so sending again finds it or brings it
 * there; `edited`: sending will tell which of the two wordings counts.
 */
export function unanswered(draft: Draft): 'none' | 'same' | 'edited' {
  if (draft.attempts.length === 0) return 'none'
  const checked = check(draft)
  return checked.ok && draft.attempts.some((attempt) => sameBody(attempt, checked.body)) ? 'same' : 'edited'
}

/** As it is kept on the phone: a stored photo's address expires and is asked for anew. */
export const forKeeping = (draft: Draft): Draft => ({
  ...draft,
  photos: draft.photos.map((photo) => (photo.fileId ? { ...photo, url: '' } : photo)),
})

/** For a phone without room: pictures that are not stored yet are left out, the words are kept. */
export const wordsForKeeping = (draft: Draft): Draft => forKeeping({ ...draft, photos: draft.photos.filter((photo) => photo.fileId) })

/** Numbers that look like a phone or an identity card: told before they are public, never removed. */
export function personalNumber(text: string): string | undefined {
  const numbers = text.match(/\d(?:[ -]?\d)+[\dXx]?/g) ?? []
  const plain = numbers.map((number) => number.replace(/[ -]/g, ''))
  if (plain.some((number) => /^\d{17}[\dXx]$/.test(number))) return '身份证号'
  if (plain.some((number) => /^(86)?1[3-9]\d{9}$/.test(number))) return '手机号'
  return undefined
}

const sameBody = (one: MessageBody, other: MessageBody): boolean => JSON.stringify(one) === JSON.stringify(other)
