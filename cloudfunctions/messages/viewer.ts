import type { Actor } from '../kernel/caller'
import { can } from '../kernel/permissions'
import { isAlive, isPublic } from './keys'
import type { By, MessageRecord } from './record'
import type { Relation } from './rules'

type Subject = Pick<MessageRecord, 'authorId' | 'moderation' | 'visibility' | 'deputy' | 'unit'>

/** Everything the actor is to this message; nothing for somebody who only reads. */
export function relationsTo(message: Subject, actor: Actor): Relation[] {
  const relations: Relation[] = []
  if (message.authorId === actor.personId) relations.push('author')
  if (can(actor, 'messages.oversee')) relations.push('office')
  // What was refused or taken back is no longer its deputy's or unit's business.
  if (isAlive(message)) {
    if (can(actor, 'messages.handle') && actor.record?.kind === 'deputy' && actor.record.id === message.deputy?.id) relations.push('deputy')
    if (can(actor, 'messages.report') && actor.record?.kind === 'unit' && actor.record.id === message.unit?.id) relations.push('unit')
  }
  return relations
}

/** Whoever may not see a message gets the answer for one that does not exist. */
export const maySee = (message: Subject, relations: readonly Relation[]): boolean => isPublic(message) || relations.length > 0

export const byOf = (actor: Actor, as: Relation): By =>
  as === 'author' || actor.record === undefined
    ? { personId: actor.personId, role: 'citizen', name: actor.nickname }
    : {
        personId: actor.personId,
        role: actor.role,
        recordId: actor.record.id,
        ...(actor.record.kind === 'staff' ? {} : { name: actor.record.name, level: actor.record.level }),
      }
