import cloud from 'wx-server-sdk'
import type { DB } from 'wx-server-sdk'

// The type says string; the constant is a symbol that the SDK resolves at each call.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
const db = cloud.database()
export const command = db.command

type Condition = DB.DatabaseLogicCommand | string | number | boolean
export type Where = Record<string, Condition>
export type Update = Record<string, DB.DatabaseUpdateCommand | string | number | boolean>
type Direction = 'asc' | 'desc'

interface Stored {
  _id: string
  schema: number
}

interface Search {
  orderBy?: Array<[field: string, direction: Direction]>
  limit: number
  /** Fields left in the database. */
  without?: string[]
}

/** `where` with an undefined member would silently match more: refused before it is sent. */
function assertDefined(filter: Record<string, unknown>): void {
  const names = Object.keys(filter)
  if (names.length === 0) throw new Error('A filter without conditions')
  for (const name of names) if (filter[name] === undefined) throw new Error(`The condition on ${name} is undefined`)
}

/** A copy without undefined members, which the database would store as null. */
function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutUndefined) as T
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : [[name, withoutUndefined(member)]])),
  ) as T
}

/** Only the fields that differ, each replaced as a whole: a plain object in an update would be merged. */
export function changes<T extends object>(before: T, after: T, fields: ReadonlyArray<keyof T & string>): Update {
  const update: Update = {}
  for (const field of fields) {
    const value = withoutUndefined(after[field])
    if (JSON.stringify(withoutUndefined(before[field])) === JSON.stringify(value)) continue
    update[field] = value === undefined ? command.remove() : command.set(value)
  }
  return update
}

const isDuplicate = (error: unknown): boolean => /E11000|duplicate key/i.test(describe(error))

export const describe = (error: unknown): string =>
  error instanceof Error
    ? `${error.name}: ${error.message}`
    : typeof error === 'object' && error !== null && 'errMsg' in error
      ? String(error.errMsg)
      : String(error)

/**
 * Rows of one kind. A subject opens only its own collections. `schema` is the number its documents carry now: a document
 * of another number is a fault until an upgrade for it is written here.
 */
export function collection<T extends Stored>(name: string, schema: T['schema']) {
  const rows = () => db.collection(name)
  const known = (row: DB.IDocumentData): T => {
    if (row.schema !== schema) throw new Error(`${name}/${row._id} has the unknown schema ${String(row.schema)}`)
    return row as T
  }
  return {
    async get(id: string, without?: string[]): Promise<T | undefined> {
      const [row] = await this.find({ _id: id }, { limit: 1, without })
      return row
    },
    async find(where: Where, { orderBy = [], limit, without = [] }: Search): Promise<T[]> {
      assertDefined(where)
      return this.search(rows().where(where), { orderBy, limit, without })
    },
    /** All rows in the order of their ids, after `id`. */
    async walk(afterId: string | undefined, limit: number): Promise<T[]> {
      const query = afterId === undefined ? rows() : rows().where({ _id: command.gt(afterId) })
      return this.search(query, { orderBy: [['_id', 'asc']], limit })
    },
    /** Rows that match in the order of their ids, after `id`. */
    async walkWhere(where: Where, afterId: string | undefined, limit: number): Promise<T[]> {
      return this.find(afterId === undefined ? where : { ...where, _id: command.gt(afterId) }, { orderBy: [['_id', 'asc']], limit })
    },
    async search(query: DB.Query, { orderBy = [], limit, without = [] }: Search): Promise<T[]> {
      let ordered = query
      for (const [field, direction] of orderBy) ordered = ordered.orderBy(field, direction)
      if (without.length > 0) ordered = ordered.field(Object.fromEntries(without.map((field) => [field, false])))
      const result = await ordered.limit(limit).get()
      if (typeof result !== 'object') throw new Error(`${name}: no result`)
      return result.data.map(known)
    },
    /**
     * A page of an index that ends in (`sort`, `_id`), both in the same direction, after a position. The range on the
     * sorted field lets an index start at the right place; the choice below it breaks ties.
     */
    async page(
      where: Where,
      sort: string,
      direction: Direction,
      after: { value: number | string; id: string } | undefined,
      { limit, without }: { limit: number; without?: string[] },
    ): Promise<T[]> {
      assertDefined(where)
      const orderBy: Array<[string, Direction]> = [
        [sort, direction],
        ['_id', direction],
      ]
      if (after === undefined) return this.find(where, { orderBy, limit, without })
      const { value, id } = after
      const [to, beyond, next] =
        direction === 'asc' ? [command.gte(value), command.gt(value), command.gt(id)] : [command.lte(value), command.lt(value), command.lt(id)]
      const position = command.and([{ ...where, [sort]: to }, command.or([{ [sort]: beyond }, { [sort]: command.eq(value), _id: next }])])
      return this.search(rows().where(position), { orderBy, limit, without })
    },
    async count(where: Where): Promise<number> {
      assertDefined(where)
      const result = await rows().where(where).count()
      if (typeof result !== 'object') throw new Error(`${name}: no count`)
      return result.total
    },
    /** Groups the rows that match and counts each group. */
    async countBy(where: Where, field: string): Promise<Map<string, number>> {
      assertDefined(where)
      const result = await db
        .collection(name)
        .aggregate()
        .match(where)
        .group({ _id: `$${field}`, count: command.aggregate.sum(1) })
        .limit(10_000)
        .end()
      const counts = new Map<string, number>()
      for (const row of (result?.list ?? []) as Array<{ _id: unknown; count: unknown }>) {
        if (typeof row._id === 'string' && typeof row.count === 'number') counts.set(row._id, row.count)
      }
      return counts
    },
    /** Whether it was added: false when the id is taken. */
    async add(row: T): Promise<boolean> {
      try {
        await rows().add({ data: withoutUndefined(row) })
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },
    /** How many rows it changed. */
    async update(where: Where, update: Update): Promise<number> {
      assertDefined(where)
      assertDefined(update)
      const result = await rows().where(where).update({ data: update })
      if (result === undefined) throw new Error(`${name}: no result`)
      return result.stats.updated
    },
  }
}
