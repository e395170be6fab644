import type { Checked } from '#contract'
import { limits } from '#contract/fields'
import type { MessageCard, Page } from '#contract/views'
import type { Actor, Caller } from '../kernel/caller'
import { cut, decodeCursor } from '../kernel/cursor'
import { can } from '../kernel/permissions'
import { Refusal } from '../kernel/refusal'
import { deputyQueue, listKeyOf, unitQueue } from './keys'
import { likedBy } from './likes'
import { presentCard, type CardRecord } from './present'
import { messages } from './record'

const SIZE = limits.pageSize
type SortField = 'createdAtMs' | 'hotScore' | 'queueSinceMs'

async function cards(caller: Caller, rows: CardRecord[]): Promise<MessageCard[]> {
  // Nobody can like what is not public, so only those are asked about.
  const liked = await likedBy(caller, rows.filter(({ listKeys, likes }) => listKeys.length > 0 && likes > 0).map(({ _id }) => _id))
  return rows.map((row) => presentCard(row, { isAuthor: row.authorId === caller.personId, liked: liked.has(row._id) }))
}

/** `name` keeps a cursor in the list it came from. One row more than shown tells whether there is a next page. */
async function pageOf(
  caller: Caller,
  name: string,
  where: Record<string, string>,
  [sort, direction]: [SortField, 'asc' | 'desc'],
  cursor: string | undefined,
): Promise<Page<MessageCard>> {
  const after = decodeCursor(name, cursor)
  const rows = await messages.page(where, sort, direction, after, { limit: SIZE + 1, without: ['timeline'] })
  const { items, next } = cut(name, rows, SIZE, (row) => ({ value: row[sort], id: row._id }))
  return { items: await cards(caller, items), next }
}

export const publicList = (caller: Caller, { sort, cursor, ...filter }: Checked<'messages.list'>): Promise<Page<MessageCard>> =>
  pageOf(caller, sort, { listKeys: listKeyOf(filter) }, [sort === 'newest' ? 'createdAtMs' : 'hotScore', 'desc'], cursor)

export const ownList = (caller: Caller, cursor: string | undefined): Promise<Page<MessageCard>> =>
  pageOf(caller, 'mine', { authorId: caller.personId }, ['createdAtMs', 'desc'], cursor)

/** The queue behind a box, for this actor; `forbidden` for one that is not theirs. */
function queueOf(actor: Actor, box: Checked<'messages.box'>['box']): string {
  if (box === 'moderate' || box === 'route' || box === 'all') {
    if (can(actor, 'messages.oversee')) return box
  } else if (can(actor, 'messages.tasks') && actor.record !== undefined) {
    const { kind, id } = actor.record
    if (kind === 'deputy') return deputyQueue(id)[box]
    if (kind === 'unit') return unitQueue(id)[box]
  }
  throw new Refusal('forbidden')
}

/** Work comes oldest first; what is there to look back on comes newest first. */
export const boxList = (actor: Actor, { box, cursor }: Checked<'messages.box'>): Promise<Page<MessageCard>> =>
  pageOf(actor, box, { queueKeys: queueOf(actor, box) }, ['queueSinceMs', box === 'all' || box === 'done' ? 'desc' : 'asc'], cursor)

/** What waits for this person. */
export async function badgesOf(actor: Actor): Promise<{ mine: number; moderate?: number; route?: number; tasks?: number }> {
  const waiting = (queue: string) => messages.count({ queueKeys: queue })
  const mine = messages.count({ authorId: actor.personId, authorUnread: true })
  if (can(actor, 'messages.oversee')) {
    const [own, moderate, route] = await Promise.all([mine, waiting('moderate'), waiting('route')])
    return { mine: own, moderate, route }
  }
  if (can(actor, 'messages.tasks')) {
    const [own, tasks] = await Promise.all([mine, waiting(queueOf(actor, 'tasks'))])
    return { mine: own, tasks }
  }
  return { mine: await mine }
}

/** Open messages by deputy: one request for all of them. */
export const loads = (): Promise<Map<string, number>> => messages.countBy({ queueKeys: 'open' }, 'deputy.id')
