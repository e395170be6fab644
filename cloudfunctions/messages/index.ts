/** What other subjects may use of messages. Nothing outside this folder changes one but by `decide`. */
export { messageActions } from './actions'
export { decide, load } from './decide'
export { lapseAnswered } from './lapse'
export { repairLikes } from './likes'
export { badgesOf, loads } from './lists'
export type { MessageRecord } from './record'
