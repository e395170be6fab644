import { settings } from '#settings'
import type { MessageCard } from '#contract/views'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

/** Such as 已等 3 小时 or 已等 2 天. */
export const waited = (ms: number): string => (ms < HOUR ? '刚收到' : ms < DAY ? `已等 ${Math.floor(ms / HOUR)} 小时` : `已等 ${Math.floor(ms / DAY)} 天`)

/** The line that tells staff how long a message waits, or who has it. */
export function noteOf(card: MessageCard, box: 'moderate' | 'route' | 'all', nowMs = Date.now()): string | undefined {
  if (box === 'moderate') {
    if (card.status !== 'pending') return '评价里的话待审核'
    // A text that was edited waits from its edit on, and that is what its deadline counts from.
    const sinceMs = card.dueAtMs === undefined ? card.createdAtMs : card.dueAtMs - settings.deadlines.moderateDays * DAY
    return waited(nowMs - sinceMs)
  }
  if (box === 'route') return `${waited(nowMs - card.createdAtMs)}，还没有代表`
  const who = [card.deputyName && `代表 ${card.deputyName}`, card.unitName].filter(Boolean)
  return who.length ? who.join(' · ') : undefined
}
