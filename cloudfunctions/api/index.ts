import { combine, createApi, type Handlers } from '../kernel/router'
import { meActions } from '../me'
import { messageActions } from '../messages'
import { peopleActions, readActor } from '../people'
import { photoActions } from '../photos'
import { routingActions } from '../routing'
import { stationActions } from '../stations'

/** Every action of the contract has its handler: one that is missing does not compile, one too many does not start. */
const handlers: Handlers = combine(meActions, messageActions, peopleActions, photoActions, routingActions, stationActions)

export const main = createApi(handlers, readActor)
