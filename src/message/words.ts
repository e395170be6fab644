import { settings } from '#settings'
import { deputyLevelLabels, roleLabels } from '#contract/vocabulary'
import type { Speaker, TimelineType } from '#contract/views'

export const townName = (id: string): string => settings.towns.find((town) => town.id === id)?.name ?? '其他地方'
export const categoryName = (id: string): string => settings.categories.find((category) => category.id === id)?.name ?? '其他'

export const townOptions = settings.towns.map(({ id, name }) => ({ id, label: name }))
export const categoryOptions = settings.categories.map(({ id, name }) => ({ id, label: name }))

/** What a step is called on the timeline. */
export const stepNames: Record<TimelineType, string> = {
  submitted: '留言已收到',
  edited: '作者修改了留言',
  approved: '审核通过',
  rejected: '未通过审核',
  changesAsked: '请作者修改',
  hidden: '暂不公开',
  unhidden: '恢复公开',
  withdrawn: '作者撤回',
  assigned: '交给代表',
  declined: '代表退回，重新交办',
  remarked: '代表跟进',
  forwarded: '转交承办单位',
  progressed: '办理进展',
  completed: '承办单位办结',
  answered: '代表答复',
  corrected: '更正答复',
  judged: '群众评价',
  wordApproved: '评价文字通过审核',
  wordRejected: '评价文字未公开',
  lapsed: '到期未评价，已结束',
}

/** The title beside a speaker's name. */
export const titleOf = (by: Speaker): string => (by.level ? deputyLevelLabels[by.level] : by.role === 'staff' || by.role === 'admin' ? '区人大' : roleLabels[by.role])

export const nameOf = (by: Speaker): string => by.name ?? (by.role === 'staff' || by.role === 'admin' ? '工作人员' : roleLabels[by.role])
