import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Asia/Shanghai has been UTC+8 without exception since 1991, so a fixed offset is right on every phone. */
const local = (ms: number) => dayjs.utc(ms).utcOffset(8)

/** Such as 11 月 12 日 19:40; another year is named. */
export function exact(ms: number, nowMs = Date.now()): string {
  const time = local(ms)
  return time.format(time.year() === local(nowMs).year() ? 'M 月 D 日 HH:mm' : 'YYYY 年 M 月 D 日 HH:mm')
}

/** Such as 11-13. */
export const shortDate = (ms: number): string => local(ms).format('MM-DD')

/** Such as 2 小时前; older than a week it is the date. */
export function ago(ms: number, nowMs = Date.now()): string {
  const past = nowMs - ms
  if (past < MINUTE) return '刚刚'
  if (past < HOUR) return `${Math.floor(past / MINUTE)} 分钟前`
  if (past < DAY) return `${Math.floor(past / HOUR)} 小时前`
  if (past < 7 * DAY) return `${Math.floor(past / DAY)} 天前`
  const time = local(ms)
  return time.format(time.year() === local(nowMs).year() ? 'M 月 D 日' : 'YYYY 年 M 月 D 日')
}

/** Such as 还有 3 天, or 已超 2 天. */
export function untilDue(dueAtMs: number, nowMs = Date.now()): string {
  const left = dueAtMs - nowMs
  if (left < 0) return -left < DAY ? '已到期' : `已超 ${Math.floor(-left / DAY)} 天`
  return left < DAY ? `还有 ${Math.max(1, Math.ceil(left / HOUR))} 小时` : `还有 ${Math.floor(left / DAY)} 天`
}
