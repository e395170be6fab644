import { command } from '../kernel/database'
import { Refusal } from '../kernel/refusal'
import { rosters } from './records'

/** Repeats `ids → ids` until nobody was faster. */
async function changeRoster(change: (ids: string[]) => string[]): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const roster = await rosters.get('admins')
    if (roster === undefined) {
      if (await rosters.add({ _id: 'admins', schema: 1, version: 1, ids: change([]) })) return
      continue
    }
    const ids = change(roster.ids)
    if (ids.length === roster.ids.length && ids.every((id) => roster.ids.includes(id))) return
    const saved = await rosters.update({ _id: 'admins', version: roster.version }, { ids: command.set(ids), version: command.inc(1) })
    if (saved === 1) return
  }
  throw new Refusal('conflict')
}

export const enterRoster = (recordId: string): Promise<void> => changeRoster((ids) => [...new Set([...ids, recordId])])

/**
 * Before an administrator is unbound. The last one stays. A crash in between leaves one who is administrator still and
 * not on the roster: the roster counts too few, never too many, and a repeated revocation finishes.
 */
export const leaveRoster = (recordId: string): Promise<void> =>
  changeRoster((ids) => {
    const rest = ids.filter((id) => id !== recordId)
    if (rest.length === 0) throw new Refusal('wrong_state', { sentence: '至少要留一位管理员，请先邀请另一位。' })
    return rest
  })
