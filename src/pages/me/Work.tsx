import type { MeView } from '#contract/views'
import { Row } from '../../components'
import { go } from '../../platform/navigate'
import { routes } from '../../platform/routes'
import { Rows, Waiting } from './Rows'

/** The boxes of one's office, each with what waits in it. */
export function Work({ me: { badges, role } }: { me: MeView }) {
  switch (role) {
    case 'staff':
    case 'admin':
      return (
        <Rows>
          <Row icon='shield' label='待审核' value={<Waiting count={badges.moderate} word='条待审核' />} onTap={() => go(routes.queue('moderate'))} />
          <Row icon='send' label='待交办' value={<Waiting count={badges.route} word='条待交办' />} onTap={() => go(routes.queue('route'))} />
          <Row icon='inbox' label='全部留言' onTap={() => go(routes.queue('all'))} />
          <Row icon='people' label='代表、单位和工作人员' last onTap={() => go(routes.people)} />
        </Rows>
      )
    case 'deputy':
    case 'unit':
      return (
        <Rows>
          <Row
            icon='inbox'
            label={role === 'deputy' ? '交给我的留言' : '转给我们的留言'}
            value={<Waiting count={badges.tasks} word='条待办理' />}
            last
            onTap={() => go(role === 'deputy' ? routes.tasks : routes.unitTasks)}
          />
        </Rows>
      )
    default:
      return null
  }
}
