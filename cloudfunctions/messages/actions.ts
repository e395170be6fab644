import type { Checked } from '#contract'
import { Refusal } from '../kernel/refusal'
import type { Handlers } from '../kernel/router'
import { unitRecords } from '../people'
import { acceptPhotos } from '../photos'
import { decide, load } from './decide'
import { boxList, ownList, publicList } from './lists'
import { setLike } from './likes'
import { pageFor } from './page'
import { messages } from './record'
import type { Act } from './workflow'
import { editPlan, submit } from './write'

function moderationAct(input: Checked<'messages.moderate'>): Act {
  switch (input.decision) {
    case 'approve':
      return { type: 'approved' }
    case 'unhide':
      return { type: 'unhidden' }
    case 'approveWord':
      return { type: 'wordApproved' }
    case 'reject':
      return { type: 'rejected', text: input.reason }
    case 'askChanges':
      return { type: 'changesAsked', text: input.reason }
    case 'hide':
      return { type: 'hidden', text: input.reason }
    case 'rejectWord':
      return { type: 'wordRejected', text: input.reason }
  }
}

async function forwardAct({ unitId, text }: Checked<'messages.forward'>): Promise<Act> {
  const unit = await unitRecords.get(unitId)
  if (unit === undefined || !unit.active) throw new Refusal('invalid', { field: 'unitId', sentence: '这个承办单位已不在名单里，请另选一个。' })
  return { type: 'forwarded', to: { id: unit._id, name: unit.name }, text }
}

export const messageActions: Handlers<
  | 'messages.list' | 'messages.read' | 'messages.mine' | 'messages.box' | 'messages.submit' | 'messages.edit' | 'messages.withdraw'
  | 'messages.seen' | 'messages.judge' | 'messages.moderate' | 'messages.decline' | 'messages.remark' | 'messages.forward'
  | 'messages.progress' | 'messages.answer' | 'messages.correct' | 'likes.set'
> = {
  'messages.list': { public: true, run: ({ caller, input }) => publicList(caller, input) },
  'messages.read': {
    can: 'messages.read',
    async run({ actor, input }) {
      const { message, relations } = await load(actor, input.id)
      return pageFor(actor, message, relations)
    },
  },
  'messages.mine': { public: true, run: ({ caller, input }) => ownList(caller, input.cursor) },
  'messages.box': { can: 'messages.read', run: ({ actor, input }) => boxList(actor, input) },

  'messages.submit': { can: 'messages.submit', run: ({ actor, input, intent, nowMs }) => submit(actor, input, intent, nowMs) },
  'messages.edit': { can: 'messages.own', run: ({ actor, input, intent, nowMs }) => decide(actor, input, intent, nowMs, editPlan(actor, input.body)) },
  'messages.withdraw': { can: 'messages.own', run: ({ actor, input, intent, nowMs }) => decide(actor, input, intent, nowMs, { type: 'withdrawn' }) },
  'messages.seen': {
    can: 'messages.own',
    async run({ actor, input: { id } }) {
      const seen = await messages.update({ _id: id, authorId: actor.personId }, { authorUnread: false })
      if (seen === 0 && (await messages.count({ _id: id, authorId: actor.personId })) === 0) throw new Refusal('not_found')
      return { id }
    },
  },
  'messages.judge': {
    can: 'messages.own',
    run: ({ actor, input, intent, nowMs }) =>
      decide(actor, input, intent, nowMs, { type: 'judged', result: input.result, stars: input.stars, text: input.word }),
  },

  'messages.moderate': { can: 'messages.moderate', run: ({ actor, input, intent, nowMs }) => decide(actor, input, intent, nowMs, moderationAct(input)) },

  'messages.decline': {
    can: 'messages.handle',
    run: ({ actor, input, intent, nowMs }) => decide(actor, input, intent, nowMs, { type: 'declined', text: input.reason }),
  },
  'messages.remark': {
    can: 'messages.handle',
    run: ({ actor, input, intent, nowMs }) => decide(actor, input, intent, nowMs, { type: 'remarked', text: input.text }),
  },
  'messages.forward': {
    can: 'messages.forward',
    run: ({ actor, input, intent, nowMs }) => decide(actor, input, intent, nowMs, { type: 'forwarded', prepare: () => forwardAct(input) }),
  },
  'messages.progress': {
    can: 'messages.report',
    run({ actor, input, intent, nowMs }) {
      const type = input.completed ? 'completed' : 'progressed'
      const prepare = async (): Promise<Act> => ({ type, text: input.text, photos: acceptPhotos(actor, input.photos, 'photos') })
      return decide(actor, input, intent, nowMs, { type, prepare })
    },
  },
  'messages.answer': {
    can: 'messages.handle',
    run: ({ actor, input, intent, nowMs }) => decide(actor, input, intent, nowMs, { type: 'answered', text: input.text }),
  },
  'messages.correct': {
    can: 'messages.handle',
    run: ({ actor, input, intent, nowMs }) => decide(actor, input, intent, nowMs, { type: 'corrected', about: input.entryId, text: input.text }),
  },

  'likes.set': { public: true, run: ({ caller, input: { id, liked }, intent, nowMs }) => setLike(caller, id, liked, intent, nowMs) },
}
