import { command, type collection, type Update } from './database'
import { Refusal } from './refusal'
import type { Intent } from './router'

/** A document that remembers the last writes that reached it, so that a repeated call changes nothing. */
export interface Remembering {
  _id: string
  schema: number
  version: number
  writes: Intent[]
}

const REMEMBERED = 20

/** Whether this intention was carried out before; `key_reused` when the same key came with another body. */
export function wasDone(record: { writes: Intent[] }, intent: Intent): boolean {
  const earlier = record.writes.find(({ id }) => id === intent.id)
  if (earlier === undefined) return false
  if (earlier.digest !== intent.digest) throw new Refusal('key_reused')
  return true
}

const remember = (writes: Intent[], intent: Intent): Intent[] => [...writes, intent].slice(-REMEMBERED)

/**
 * Loads a record, lets `decide` say what changes, and saves it if nobody was faster; else again. `decide` answers
 * undefined when there is nothing to change. An intention that was carried out before is not carried out again.
 */
export async function change<T extends Remembering>(
  rows: ReturnType<typeof collection<T>>,
  id: string,
  intent: Intent,
  decide: (record: T) => Promise<Update | undefined> | Update | undefined,
): Promise<T | undefined> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const record = await rows.get(id)
    if (record === undefined || wasDone(record, intent)) return record
    const update = await decide(record)
    if (update === undefined) return record
    const saved = await rows.update(
      { _id: id, version: record.version },
      { ...update, version: command.inc(1), writes: command.set(remember(record.writes, intent)) },
    )
    if (saved === 1) return rows.get(id)
  }
  throw new Refusal('conflict')
}
