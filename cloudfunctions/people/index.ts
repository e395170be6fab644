/** What other subjects may use of people: who is calling, and the official records. */
export { actorOf, readActor } from './actor'
export { peopleActions } from './actions'
export { deputies as deputyRecords, units as unitRecords, type Deputy } from './records'
export { presentMe, register } from './person'
export { redeem } from './invites'
export { people as peopleRecords } from './records'
