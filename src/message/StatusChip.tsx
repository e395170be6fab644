import { statusLabels, type Status } from '#contract/vocabulary'
import { Chip, type IconName, type Tone } from '../components'
import { untilDue } from './time'

const looks: Record<Status, [Tone, IconName]> = {
  pending: ['grey', 'clock'],
  changesAsked: ['amber', 'edit'],
  rejected: ['accent', 'close'],
  hidden: ['grey', 'eye-off'],
  withdrawn: ['grey', 'close'],
  waiting: ['grey', 'inbox'],
  assigned: ['blue', 'user'],
  handling: ['amber', 'clock'],
  answered: ['blue', 'message'],
  solved: ['jade', 'check-circle'],
  closed: ['grey', 'check'],
}

/** The one word that matters, with what is left of its time. */
export function StatusChip({ status, dueAtMs, reopened = 0 }: { status: Status; dueAtMs?: number | undefined; reopened?: number }) {
  const [tone, icon] = looks[status]
  const late = dueAtMs !== undefined && dueAtMs < Date.now()
  return (
    <>
      <Chip tone={late ? 'accent' : tone} icon={late ? 'alert' : icon}>
        {statusLabels[status]}
        {dueAtMs !== undefined && ` · ${untilDue(dueAtMs)}`}
      </Chip>
      {reopened > 0 && status !== 'solved' && (
        <Chip tone='amber' icon='refresh'>
          重新办理
        </Chip>
      )}
    </>
  )
}
