import { limits } from '#contract/fields'

export type Mode = 'remark' | 'answer' | 'forward' | 'correct' | 'decline'

interface Words {
  title: string
  placeholder: string
  button: string
  said: string
  /** Whether everyone who sees the message will read it. */
  publicly: boolean
  max?: number
}

export const modes: Record<Mode, Words> = {
  remark: { title: '说说进展', placeholder: '去看了什么、联系了谁、下一步怎么办。', button: '发出', said: '已发出', publicly: true },
  answer: { title: '答复', placeholder: '办了什么、结果怎样、什么时候能好。请说清楚，不说套话。', button: '发出答复', said: '已答复，等群众评价', publicly: true },
  forward: { title: '转交承办单位', placeholder: '想请单位做什么（可不填）', button: '转交', said: '已转交', publicly: true },
  correct: { title: '更正答复', placeholder: '更正后的答复', button: '发出更正', said: '已更正', publicly: true },
  decline: { title: '退回，请重新交办', placeholder: '为什么不合适由您办理', button: '退回', said: '已退回', publicly: false, max: limits.reasonMax },
}

export const isMode = (value: string | undefined): value is Mode => value !== undefined && Object.prototype.hasOwnProperty.call(modes, value)
