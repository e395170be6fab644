import * as v from 'valibot'
import { kinds, visibilities } from './vocabulary'

/** Limits that a screen shows and the server enforces. Text is counted in characters (code points). */
export const limits = {
  textMin: 10,
  textMax: 2000,
  photosMax: 9,
  replyMax: 1000,
  reasonMax: 200,
  wordMax: 200,
  nicknameMax: 16,
  placeMax: 40,
  pageSize: 20,
} as const

export const countCharacters = (text: string): number => [...text].length

/** Half of a surrogate pair cannot be stored as UTF-8: refused rather than silently replaced. (With `u`, a whole pair is one character and does not match; look-behind would not run on older iPhones.) */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u

/** Trimmed text of `min` to `max` characters; control characters other than a line break are refused. */
export function text(min: number, max: number, name: string) {
  return v.pipe(
    v.string(`请填写${name}。`),
    v.check((s) => !LONE_SURROGATE.test(s), `${name}里有无法保存的字符，请删去后再试。`),
    v.check((s) => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(s), `${name}里有无法显示的字符，请删去后再试。`),
    v.trim(),
    v.check((s) => countCharacters(s) >= min, min <= 1 ? `请填写${name}。` : `${name}至少写 ${min} 个字。`),
    v.check((s) => countCharacters(s) <= max, `${name}最多 ${max} 个字。`),
  )
}

export const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, '编号不对。'))
/** An idempotency key: made once per intention by the client, repeated with every retry of it. */
export const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/, '请求缺少编号。'))
/** The version of the message that the person saw when deciding. */
export const version = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
export const cursor = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,200}$/, '翻页位置不对，请下拉刷新。'))
export const fileId = v.pipe(v.string(), v.regex(/^cloud:\/\/[\w.-]{1,120}\/[\w./-]{1,160}$/, '照片编号不对，请重新选择。'))
export const photos = v.pipe(v.array(fileId), v.maxLength(limits.photosMax, `最多 ${limits.photosMax} 张照片。`))

/** Degrees, GCJ-02: the datum of WeChat's maps and of everything stored. */
export const point = v.strictObject({
  lat: v.pipe(v.number(), v.finite(), v.minValue(-90), v.maxValue(90)),
  lon: v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180)),
})

/** Whether a town or a category exists is a setting, so the server checks it in the action and not here. */
export const settingId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,31}$/, '选项不对，请重新选择。'))

/** What a citizen writes, and may write anew when asked to. */
export const messageBody = v.strictObject({
  kind: v.picklist(kinds, '请选择类型。'),
  category: settingId,
  text: text(limits.textMin, limits.textMax, '留言内容'),
  photos,
  town: settingId,
  place: v.optional(v.strictObject({ name: v.optional(text(1, limits.placeMax, '地点')), point: v.optional(point) })),
  visibility: v.picklist(visibilities, '请选择公开范围。'),
})
export type MessageBody = v.InferOutput<typeof messageBody>
