import { settings } from '#settings'
import { Refusal } from '../kernel/refusal'
import type { Handlers } from '../kernel/router'
import { decide, load, loads, type MessageRecord } from '../messages'
import { deputyRecords, type Deputy } from '../people'
import { propose, rate, type Candidate, type Question } from './score'

const MANY = 1000

const named = (list: ReadonlyArray<{ id: string; name: string }>, id: string) => ({ id, name: list.find((item) => item.id === id)?.name ?? id })

const questionOf = ({ town, category, timeline }: MessageRecord): Question => ({
  town: named(settings.towns, town),
  category: named(settings.categories, category),
  declinedBy: new Set(timeline.flatMap(({ type, by }) => (type === 'declined' && by.recordId !== undefined ? [by.recordId] : []))),
})

const candidateOf = ({ _id, name, level, town, subjects, personId }: Deputy): Candidate => ({
  id: _id,
  name,
  level,
  town,
  subjects,
  bound: personId !== undefined,
})

/** Proposes by rules that the screen can show; a person decides. */
export const routingActions: Handlers<'routing.propose' | 'messages.assign'> = {
  'routing.propose': {
    can: 'messages.assign',
    async run({ actor, input }) {
      const { message } = await load(actor, input.id)
      const [deputies, open] = await Promise.all([deputyRecords.walk(undefined, MANY), loads()])
      const active = deputies.filter((deputy) => deputy.active && deputy._id !== message.deputy?.id)
      return { candidates: propose(questionOf(message), active.map(candidateOf), open) }
    },
  },
  'messages.assign': {
    can: 'messages.assign',
    run: ({ actor, input, intent, nowMs }) =>
      decide(actor, input, intent, nowMs, {
        type: 'assigned',
        async prepare(message) {
          const [deputy, open] = await Promise.all([deputyRecords.get(input.deputyId), loads()])
          if (deputy === undefined || !deputy.active) throw new Refusal('invalid', { field: 'deputyId', sentence: '这位代表已不在名单里，请另选一位。' })
          const { reasons } = rate(questionOf(message), candidateOf(deputy), open.get(deputy._id) ?? 0)
          return { type: 'assigned', to: { id: deputy._id, name: deputy.name, level: deputy.level }, reasons }
        },
      }),
  },
}
