/** The closed set of errors an action answers with, each with the sentence a person reads when nothing better is known. */
export const errorSentences = {
  invalid: '填写的内容有误，请检查后再试。',
  unknown_action: '您的小程序版本较旧，请关闭后重新打开。',
  unauthenticated: '暂时认不出您的微信身份，请关闭小程序后重新打开。',
  forbidden: '您没有这项权限。',
  consent_required: '请先阅读并同意隐私说明。',
  profile_required: '第一次留言前，请先填写昵称并绑定手机号。',
  not_found: '这条内容不存在，或已不再公开。',
  conflict: '内容刚刚被别人更新了，请看过最新内容后再操作。',
  wrong_state: '现在不能这样操作，请刷新后看看最新进展。',
  key_reused: '上一次发送其实已经成功，请查看后再决定是否另发一条。',
  too_fast: '您操作得有点快，请稍后再试。',
  too_many: '数量已到上限。',
  code_invalid: '邀请码不对、已用过或已过期，请向发码的人核实。',
  phone_failed: '没能取得手机号，请再点一次。',
  unavailable: '系统正忙，请稍后再试。您写的内容还在。',
  internal: '系统出了点问题，我们已记录。您写的内容还在，请稍后再试。',
} as const

export type ErrorCode = keyof typeof errorSentences

/** What every call answers. `field` names the input at fault, as a dotted path, when there is one. */
export type Answer<T> = { ok: true; data: T } | { ok: false; error: { code: ErrorCode; message: string; field?: string } }

/** Errors that only the phone can notice: the call never reached the cloud, or its answer never came back. */
export const localErrorSentences = {
  offline: '没有网络。您写的内容已存在手机里，连上网后再试。',
  timeout: '网络太慢，没等到回音。再试一次不会重复发送。',
  refused: '没有得到授权，可以换一种方式填写。',
} as const
export type LocalErrorCode = keyof typeof localErrorSentences
