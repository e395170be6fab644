/**
 * The words both sides share: stored as the key, read as the label. `domain.md` is where they come from.
 */
export const roles = ['visitor', 'citizen', 'deputy', 'unit', 'staff', 'admin'] as const
export type Role = (typeof roles)[number]
export const roleLabels: Record<Role, string> = {
  visitor: '访客',
  citizen: '群众',
  deputy: '人大代表',
  unit: '承办单位',
  staff: '人大工作人员',
  admin: '管理员',
}

export const kinds = ['help', 'suggestion', 'question', 'complaint', 'thanks'] as const
export type Kind = (typeof kinds)[number]
export const kindLabels: Record<Kind, string> = {
  help: '求助',
  suggestion: '建议',
  question: '咨询',
  complaint: '投诉',
  thanks: '感谢',
}

export const visibilities = ['public', 'deputies'] as const
export type Visibility = (typeof visibilities)[number]

export const moderationStates = ['pending', 'approved', 'rejected', 'changesAsked', 'hidden', 'withdrawn'] as const
export type ModerationState = (typeof moderationStates)[number]

export const handlingStates = ['none', 'assigned', 'handling', 'answered', 'closed'] as const
export type HandlingState = (typeof handlingStates)[number]

export const verdictResults = ['solved', 'partly', 'unsolved'] as const
export type VerdictResult = (typeof verdictResults)[number]
export const verdictLabels: Record<VerdictResult, string> = {
  solved: '解决了',
  partly: '部分解决',
  unsolved: '没有解决',
}

/**
 * What a chip shows: moderation and handling folded into the one word that matters to its reader.
 * `closed` is a message that nobody judged in time; it is never called solved.
 */
export type Status =
  | 'pending'
  | 'changesAsked'
  | 'rejected'
  | 'hidden'
  | 'withdrawn'
  | 'waiting'
  | 'assigned'
  | 'handling'
  | 'answered'
  | 'solved'
  | 'closed'
export const statusLabels: Record<Status, string> = {
  pending: '审核中',
  changesAsked: '请您修改',
  rejected: '未通过审核',
  hidden: '已隐藏',
  withdrawn: '已撤回',
  waiting: '待交办',
  assigned: '已交代表',
  handling: '办理中',
  answered: '已答复，待评价',
  solved: '已解决',
  closed: '已结束，未评价',
}

/** The stages by which public lists can be filtered. `waiting` includes what was assigned but not yet touched. */
export const stages = ['waiting', 'handling', 'answered', 'solved', 'closed'] as const
export type Stage = (typeof stages)[number]
export const stageLabels: Record<Stage, string> = {
  waiting: '待办理',
  handling: '办理中',
  answered: '待评价',
  solved: '已解决',
  closed: '已结束',
}

export const deputyLevels = ['town', 'district', 'city', 'province', 'nation'] as const
export type DeputyLevel = (typeof deputyLevels)[number]
export const deputyLevelLabels: Record<DeputyLevel, string> = {
  town: '镇人大代表',
  district: '区人大代表',
  city: '市人大代表',
  province: '省人大代表',
  nation: '全国人大代表',
}

export const stationKinds = ['home', 'liaison', 'practice'] as const
export type StationKind = (typeof stationKinds)[number]
export const stationKindLabels: Record<StationKind, string> = {
  home: '代表之家',
  liaison: '联络站',
  practice: '实践点',
}
