import type { MessageAbilities } from '#contract/views'

export type Allowing = 'approve' | 'unhide' | 'approveWord'
/** A decision against something: its author reads why. */
export type Refusing = 'askChanges' | 'reject' | 'hide' | 'rejectWord'

/** What stands at the thumb: one tap for the good case, the others behind a second button. */
export interface Offer {
  allow?: Allowing
  refuse: Refusing[]
  /** How the second button is called. */
  doubt: string
}

/** The text goes before the verdict's word: when it is refused, its words are of no matter. */
export function offerOf(can: MessageAbilities): Offer {
  const mend: Refusing[] = can.askChanges ? ['askChanges'] : []
  if (can.approve) return { allow: 'approve', refuse: [...mend, ...(can.reject ? (['reject'] as const) : [])], doubt: '有问题' }
  const hide: Refusing[] = can.hide ? ['hide'] : []
  if (can.decideWord) return { allow: 'approveWord', refuse: ['rejectWord', ...hide, ...mend], doubt: '有问题' }
  if (can.unhide) return { allow: 'unhide', refuse: mend, doubt: '请作者修改' }
  return { refuse: [...hide, ...mend], doubt: '隐藏这条留言' }
}

export const allowWords: Record<Allowing, { label: string; done: string }> = {
  approve: { label: '通过', done: '已通过' },
  unhide: { label: '恢复公开', done: '已恢复公开' },
  approveWord: { label: '公开这段话', done: '这段话已公开' },
}

export const refuseWords: Record<Refusing, { label: string; done: string; effect: string; ready: readonly string[] }> = {
  askChanges: {
    label: '请作者修改',
    done: '已请作者修改',
    effect: '改好之前不公开，改好后再来审核。',
    ready: ['里面有电话、门牌号等个人信息，请删去后再发。', '请写清楚在什么地方，方便代表去看。', '照片里能看清别人的脸或车牌，请换一张。', '一条留言请说一件事，其他的可以另发。'],
  },
  reject: {
    label: '不通过',
    done: '没有通过，已告诉作者',
    effect: '不会公开，也不会交给代表。作者可以另发一条，或者打电话。',
    ready: ['正在打官司或仲裁的事，代表不能介入，请按法律途径办理。', '这件事您已经留过言，会在原来那条里继续办。', '里面有骂人的话，请说说事情本身，再发一条。', '和本区的公共事务无关，这里帮不上忙。'],
  },
  hide: {
    label: '隐藏',
    done: '已隐藏',
    effect: '大家马上看不到它，办理照常进行，以后可以恢复公开。',
    ready: ['里面有别人的个人信息，先不公开，办理照常进行。', '有人反映内容不实，核实后再决定是否公开。'],
  },
  rejectWord: {
    label: '这段话不公开',
    done: '这段话没有公开，已告诉作者',
    effect: '评价结果和星星照样算数，只是这段话别人看不到。',
    ready: ['里面有个人信息，不便公开。您的评价照样算数。', '里面有骂人的话，不便公开。您的评价照样算数。', '和这件事无关，不便公开。您的评价照样算数。'],
  },
}
