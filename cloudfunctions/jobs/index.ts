import { now } from '../kernel/clock'
import { lapseAnswered, repairLikes } from '../messages'

/** Every five minutes. Each job may run twice, or at the same time as itself, and changes nothing more. */
export async function main(): Promise<{ lapsed: number; repaired: number }> {
  const nowMs = now()
  const lapsed = await lapseAnswered(nowMs)
  const repaired = await repairLikes(nowMs)
  return { lapsed, repaired }
}
