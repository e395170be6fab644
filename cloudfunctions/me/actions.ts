import type { MeView } from '#contract/views'
import type { Actor, Caller } from '../kernel/caller'
import type { Handlers } from '../kernel/router'
import { badgesOf } from '../messages'
import { actorOf, peopleRecords, presentMe, redeem, register } from '../people'

type Person = Parameters<typeof presentMe>[1]

async function view(caller: Caller, person: Person): Promise<MeView> {
  const actor: Actor = await actorOf(caller, person)
  return presentMe(actor, person, await badgesOf(actor))
}

/** Public in the router's sense: they are about the caller alone, and read the caller's person themselves. */
export const meActions: Handlers<'me.read' | 'me.register' | 'me.redeem'> = {
  'me.read': { public: true, run: async ({ caller }) => view(caller, await peopleRecords.get(caller.personId)) },
  'me.register': { public: true, run: async ({ caller, input, intent, nowMs }) => view(caller, await register(caller, input, intent, nowMs)) },
  'me.redeem': { public: true, run: async ({ caller, input, intent, nowMs }) => view(caller, await redeem(caller, input, intent, nowMs)) },
}
