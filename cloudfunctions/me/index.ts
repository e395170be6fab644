/** The caller's own page: who they are and what waits for them. */
export { meActions } from './actions'
