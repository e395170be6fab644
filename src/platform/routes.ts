const at = (page: string, query: Record<string, string | undefined> = {}): string => {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return `/${page}${pairs.length ? '?' : ''}${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`
}

/** Every page of the mini-program by name, so that a moved page is one line here. */
export const routes = {
  messages: at('pages/messages/index'),
  me: at('pages/me/index'),
  message: (id: string) => at('pages/message/index', { id }),
  post: at('citizen/post/index'),
  edit: (id: string) => at('citizen/post/index', { id }),
  mine: at('citizen/mine/index'),
  register: at('citizen/register/index'),
  privacy: at('citizen/privacy/index'),
  judge: (id: string) => at('citizen/judge/index', { id }),
  queue: (box?: 'moderate' | 'route' | 'all') => at('staff/queue/index', { box }),
  moderate: (id: string) => at('staff/moderate/index', { id }),
  assign: (id: string) => at('staff/assign/index', { id }),
  people: at('staff/people/index'),
  record: (kind: 'deputy' | 'unit', id?: string) => at('staff/record/index', { kind, id }),
  tasks: at('deputy/tasks/index'),
  reply: (id: string, mode: 'remark' | 'answer' | 'forward' | 'correct' | 'decline', entry?: string) => at('deputy/reply/index', { id, mode, entry }),
  unitTasks: at('unit/tasks/index'),
  report: (id: string) => at('unit/report/index', { id }),
}
