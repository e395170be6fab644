import { Refusal } from './refusal'

/** Where a page ended: the value of the sorted field and the id that breaks ties. `list` keeps a cursor in its own list. */
export interface Position {
  value: number | string
  id: string
}

const ID = /^[A-Za-z0-9_-]{1,64}$/

export const encodeCursor = (list: string, { value, id }: Position): string =>
  Buffer.from(JSON.stringify([list, value, id])).toString('base64url')

/** What a client sends back is a stranger's: anything but what `encodeCursor` makes is `invalid`. */
export function decodeCursor(list: string, cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined
  const forged = new Refusal('invalid', { field: 'cursor', sentence: '翻页位置不对，请下拉刷新。' })
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw forged
  }
  if (!Array.isArray(parts) || parts.length !== 3) throw forged
  const [name, value, id] = parts as unknown[]
  const sortable = typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && ID.test(value)
  if (name !== list || !sortable || typeof id !== 'string' || !ID.test(id)) throw forged
  return { value: value as number | string, id }
}

/** Cuts the one row too many that was asked for to learn whether there is a next page. */
export function cut<T>(list: string, rows: T[], size: number, position: (row: T) => Position): { items: T[]; next?: string } {
  const items = rows.slice(0, size)
  const last = items[items.length - 1]
  return rows.length > size && last !== undefined ? { items, next: encodeCursor(list, position(last)) } : { items }
}
