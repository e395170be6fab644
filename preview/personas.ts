/** The people one can be on the preview, without the preview's own list of every demo account. */
export type PreviewPersona = {
  openid: string
  name: string
  role: string
  note: string
}

export const personas: readonly PreviewPersona[] = [
  { openid: 'demo-visitor', name: '访客', role: 'visitor', note: '第一次打开，还没有登记' },
  { openid: 'demo-citizen-1', name: '群众甲', role: 'citizen', note: '已登记，发过留言' },
  { openid: 'demo-citizen-2', name: '群众乙', role: 'citizen', note: '已登记，发过留言' },
  { openid: 'demo-deputy-1', name: '代表甲', role: 'deputy', note: '湖塘镇的人大代表' },
  { openid: 'demo-deputy-11', name: '代表乙', role: 'deputy', note: '湖塘镇的人大代表' },
  { openid: 'demo-unit-1', name: '承办单位', role: 'unit', note: '区交通运输局（演示）' },
  { openid: 'demo-staff-1', name: '工作人员', role: 'staff', note: '审核、交办' },
  { openid: 'demo-admin', name: '管理员', role: 'admin', note: '邀请工作人员、代表和单位' },
]
