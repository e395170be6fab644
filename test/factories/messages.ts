import type { Input } from '#contract'
import type { MessagePage } from '#contract/views'
import type { Cloud } from './cloud'
import { asAdmin, buildCitizen, buildDeputy, buildUnit, type Official } from './people'

export const buildBody = (changes: Partial<Input<'messages.submit'>> = {}): Input<'messages.submit'> => ({
  kind: 'help',
  category: 'traffic',
  text: '人民路口的红绿灯坏了三天，早高峰很乱。',
  photos: [],
  town: 'hutang',
  visibility: 'public',
  ...changes,
})

export interface Case {
  author: string
  staff: string
  deputy: Official
  unit: Official
  page: MessagePage
}
const steps = ['pending', 'approved', 'assigned', 'forwarded', 'completed', 'answered', 'solved', 'partly'] as const
export type Step = (typeof steps)[number]

/** A message that has come this far, each step done by the one who does it in the app. */
export async function buildMessage(cloud: Cloud, upTo: Step = 'approved', changes: Partial<Input<'messages.submit'>> = {}): Promise<Case> {
  const author = await buildCitizen(cloud)
  const staff = await asAdmin(cloud)
  const far = (step: Step): boolean => steps.indexOf(upTo) >= steps.indexOf(step)
  const nobody = { openid: '', recordId: '' }
  const deputy = far('assigned') ? await buildDeputy(cloud) : nobody
  const unit = far('forwarded') ? await buildUnit(cloud) : nobody
  let page = await cloud.ok(author, 'messages.submit', buildBody(changes))
  const seen = () => ({ id: page.id, version: page.version })
  if (far('approved')) page = await cloud.ok(staff, 'messages.moderate', { ...seen(), decision: 'approve' })
  if (far('assigned')) page = await cloud.ok(staff, 'messages.assign', { ...seen(), deputyId: deputy.recordId })
  if (far('forwarded')) page = await cloud.ok(deputy.openid, 'messages.forward', { ...seen(), unitId: unit.recordId, text: '请去看看' })
  if (far('completed')) page = await cloud.ok(unit.openid, 'messages.progress', { ...seen(), text: '已经修好', photos: [], completed: true })
  if (far('answered')) page = await cloud.ok(deputy.openid, 'messages.answer', { ...seen(), text: '红绿灯已经修好。' })
  if (upTo === 'solved') page = await cloud.ok(author, 'messages.judge', { ...seen(), result: 'solved', stars: 5, word: '谢谢代表' })
  if (upTo === 'partly') page = await cloud.ok(author, 'messages.judge', { ...seen(), result: 'partly', stars: 3, word: '还差一点' })
  return { author, staff, deputy, unit, page }
}
