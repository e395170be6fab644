import type { Input } from '#contract'
import { limits } from '#contract/fields'
import type { MessagePage } from '#contract/views'

export type Mode = 'remark' | 'answer' | 'forward' | 'correct' | 'decline'

interface Words {
  title: string
  /** The question above the field. */
  ask: string
  placeholder: string
  button: string
  said: string
  max: number
  ready: readonly string[]
}

export const modes: Record<Mode, Words> = {
  remark: {
    title: '说说进展',
    ask: '说说办到哪一步了',
    placeholder: '去看了什么、联系了谁、下一步怎么办。',
    button: '发出',
    said: '已发出',
    max: limits.replyMax,
    ready: ['已经看到您的留言，我先去了解情况，有进展就在这里告诉您。', '今天到现场看过了，情况和您说的一样，正在联系有关单位。'],
  },
  answer: {
    title: '答复',
    ask: '您的答复',
    placeholder: '了解到什么、怎么解决、什么时候办好。像当面说话一样就好。',
    button: '发出答复',
    said: '已答复，等群众评价',
    max: limits.replyMax,
    ready: [],
  },
  forward: {
    title: '转交承办单位',
    ask: '想请单位做什么（可不填）',
    placeholder: '例如：请先到现场看看，一周内告诉我怎么办。',
    button: '转交',
    said: '已转交',
    max: limits.replyMax,
    ready: [],
  },
  correct: {
    title: '更正答复',
    ask: '更正后的答复',
    placeholder: '更正后的答复',
    button: '发出更正',
    said: '已更正',
    max: limits.replyMax,
    ready: [],
  },
  decline: {
    title: '退回，请重新交办',
    ask: '为什么不合适由您办理',
    placeholder: '写一句就行，工作人员会另选一位代表。',
    button: '退回',
    said: '已退回',
    max: limits.reasonMax,
    ready: ['不在我的选区，请交给当地的代表。', '这件事和我有利害关系，请交给别的代表。', '近期在外地，不能及时办理。'],
  },
}

export const isMode = (value: string | undefined): value is Mode => value !== undefined && Object.prototype.hasOwnProperty.call(modes, value)

/** Who will read it, said before it is sent. */
export function readers(mode: Mode, { visibility }: MessagePage, name: string): string {
  if (mode === 'decline') return '退回的理由，只有工作人员和办理的人看得到。'
  if (mode === 'forward') return `${visibility === 'public' ? '大家' : '留言人'}会看到转给了哪个单位；您写给单位的话，只有工作人员和办理的人看得到。`
  const who = visibility === 'public' ? `大家都能看到，署名“${name}”。请不要写群众的姓名、电话和住址。` : `这条留言不公开，只有留言人和工作人员看得到，署名“${name}”。`
  if (mode === 'answer') return `${who}发出后请留言人评价，说解决了才算完。`
  if (mode === 'correct') return `${who}原来的答复也会留在下面，注明已更正。`
  return who
}

/** What is sent, by mode: checked against the contract before it leaves. */
export type Draft =
  | { action: 'messages.remark'; input: Input<'messages.remark'> }
  | { action: 'messages.answer'; input: Input<'messages.answer'> }
  | { action: 'messages.forward'; input: Input<'messages.forward'> }
  | { action: 'messages.correct'; input: Input<'messages.correct'> }
  | { action: 'messages.decline'; input: Input<'messages.decline'> }

export function draftOf(mode: Mode, { id, version }: MessagePage, text: string, unitId: string, entryId: string): Draft {
  const on = { id, version }
  switch (mode) {
    case 'remark':
      return { action: 'messages.remark', input: { ...on, text } }
    case 'answer':
      return { action: 'messages.answer', input: { ...on, text } }
    case 'decline':
      return { action: 'messages.decline', input: { ...on, reason: text } }
    case 'correct':
      return { action: 'messages.correct', input: { ...on, entryId, text } }
    case 'forward':
      return { action: 'messages.forward', input: { ...on, unitId, ...(text.trim() ? { text } : {}) } }
  }
}
