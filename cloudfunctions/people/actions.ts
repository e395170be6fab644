import { cut, decodeCursor } from '../kernel/cursor'
import { Refusal } from '../kernel/refusal'
import type { Handlers } from '../kernel/router'
import { invite } from './invites'
import { presentDeputy, presentStaff, presentUnit, revoke, saveDeputy, saveUnit } from './officials'
import { deputies, staff, units } from './records'

/** Picking somebody from a list of 20 is no picking: these lists are read in long pages. */
const PAGE = 100
const ALL = 1000

export const peopleActions: Handlers<
  'people.deputies' | 'people.deputy' | 'people.units' | 'people.staff' | 'people.saveDeputy' | 'people.saveUnit' | 'people.invite' | 'people.revoke'
> = {
  'people.deputies': {
    can: 'deputies.read',
    async run({ input: { town, cursor } }) {
      const after = decodeCursor('deputies', cursor)?.id
      const rows = town === undefined ? await deputies.walk(after, PAGE + 1) : await deputies.walkWhere({ town }, after, PAGE + 1)
      const { items, next } = cut('deputies', rows, PAGE, ({ _id }) => ({ value: _id, id: _id }))
      return { items: items.map(presentDeputy), next }
    },
  },
  'people.deputy': {
    can: 'deputies.read',
    async run({ input: { id } }) {
      const deputy = await deputies.get(id)
      if (!deputy) throw new Refusal('not_found')
      return presentDeputy(deputy)
    },
  },
  'people.units': { can: 'units.read', run: async () => ({ items: (await units.walk(undefined, ALL)).map(presentUnit) }) },
  'people.staff': { can: 'staff.read', run: async () => ({ items: (await staff.walk(undefined, ALL)).map(presentStaff) }) },
  'people.saveDeputy': { can: 'officials.manage', run: async ({ input, intent }) => presentDeputy(await saveDeputy(input, intent)) },
  'people.saveUnit': { can: 'officials.manage', run: async ({ input, intent }) => presentUnit(await saveUnit(input, intent)) },
  'people.invite': { can: 'officials.manage', run: ({ actor, input, intent, nowMs }) => invite(actor, input, intent, nowMs) },
  'people.revoke': { can: 'officials.manage', run: ({ actor, input, intent }) => revoke(actor, input, intent) },
}
