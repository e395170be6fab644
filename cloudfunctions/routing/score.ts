import type { DeputyLevel } from '#contract/vocabulary'
import type { Proposal } from '#contract/views'

export interface Candidate {
  id: string
  name: string
  level: DeputyLevel
  town: string
  subjects: readonly string[]
  bound: boolean
}
/** What is asked about a message, with the names a reason is written in. */
export interface Question {
  town: { id: string; name: string }
  category: { id: string; name: string }
  /** Deputies who gave this very message back. */
  declinedBy: ReadonlySet<string>
}

const LOAD_COUNTS_TO = 10

/**
 * How well a deputy suits a message, in points, with the sentences that explain it, the weightiest first. Pure: the same
 * question about the same deputy with the same load has the same answer.
 */
export function rate({ town, category, declinedBy }: Question, deputy: Candidate, load: number): Proposal {
  const judged: Array<[points: number, reason: string]> = []
  if (declinedBy.has(deputy.id)) judged.push([-100, '曾退回这条留言'])
  if (deputy.town === town.id) judged.push([50, `在${town.name}，就地就近`])
  if (deputy.subjects.includes(category.id)) judged.push([30, `关注${category.name}`])
  if (!deputy.bound) judged.push([-25, '还没有加入小程序'])
  if (load === 0) judged.push([1, '手上没有在办留言'])
  else judged.push([-3 * Math.min(load, LOAD_COUNTS_TO), `手上有 ${load} 件在办`])
  const score = judged.reduce((sum, [points]) => sum + points, 0)
  const reasons = judged.sort(([a], [b]) => Math.abs(b) - Math.abs(a)).map(([, reason]) => reason)
  const { id, name, level, subjects } = deputy
  return { deputyId: id, name, level, town: deputy.town, subjects: [...subjects], load, score, reasons }
}

/** The best first; equal ones by id, so that two people who ask see the same. */
export const propose = (question: Question, deputies: readonly Candidate[], loads: ReadonlyMap<string, number>, count = 10): Proposal[] =>
  deputies
    .map((deputy) => rate(question, deputy, loads.get(deputy.id) ?? 0))
    .sort((a, b) => b.score - a.score || (a.deputyId < b.deputyId ? -1 : 1))
    .slice(0, count)
