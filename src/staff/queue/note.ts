import { settings } from '#settings'
import type { MessageCard } from '#contract/views'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

/** Such as 3 小时 or 2 天: how long something lasts already. */
export const lasting = (ms: number): string =>
  ms < HOUR ? '不到 1 小时' : ms < DAY ? `${Math.floor(ms / HOUR)} 小时` : `${Math.floor(ms / DAY)} 天`

/** The line that tells staff how long a message waits, or who has it. */
export function noteOf(card: MessageCard, box: 'moderate' | 'route' | 'all', nowMs = Date.now()): string | undefined {
  if (box === 'moderate') {
    if (card.status !== 'pending') return '评价里的话待审核'
    // A text that was edited waits from its edit on, and that is what its deadline counts from.
    const sinceMs = card.dueAtMs === undefined ? card.createdAtMs : card.dueAtMs - settings.deadlines.moderateDays * DAY
    return `已等 ${lasting(nowMs - sinceMs)}`
  }
  if (box === 'route') return `还没有代表，留言至今 ${lasting(nowMs - card.createdAtMs)}`
  const who = [card.deputyName && `代表 ${card.deputyName}`, card.unitName].filter(Boolean)
  return who.length ? who.join(' · ') : undefined
}
