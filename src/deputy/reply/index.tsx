import { useRouter } from '@tarojs/taro'
import type { MessagePage } from '#contract/views'
import { Button, Notice, Problem, Screen, Skeleton } from '../../components'
import { useRead } from '../../data/useRead'
import { MessageBrief } from '../../message'
import { replace } from '../../platform/navigate'
import { routes } from '../../platform/routes'
import { Form } from './Form'
import { isMode, modes } from './modes'
import './index.scss'

/** Which of the deputy's own answers is corrected: the one that was asked for, or the last. */
function answerOf({ timeline, handling }: MessagePage, asked: string | undefined): string {
  const own = timeline.filter(({ type, by }) => type === 'answered' && by.name === handling.deputy?.name).map((entry) => entry.id)
  return (own.includes(asked ?? '') ? asked : own[own.length - 1]) ?? ''
}

/** A deputy's word on a message: on the way, to a unit, as the answer, as its correction, or handing it back. */
export default function Reply() {
  const { id = '', mode: asked, entry } = useRouter().params
  const mode = isMode(asked) ? asked : 'remark'
  const { title } = modes[mode]
  const { data: page, error, loading, reload } = useRead('messages.read', { id })

  if (!page) return <Screen title={title}>{error && !loading ? <Problem error={error} onRetry={() => void reload()} /> : <Skeleton kind='page' />}</Screen>
  if (page.abilities[mode]) return <Form page={page} mode={mode} entryId={answerOf(page, entry)} reload={() => void reload()} />
  return (
    <Screen
      title={title}
      bottom={
        <Button block kind='primary' onTap={() => replace(routes.message(id))}>
          看看最新进展
        </Button>
      }
    >
      <Notice tone='amber' icon='info'>
        这条留言有了新变化，现在不能“{title}”。
      </Notice>
      <MessageBrief page={page} />
    </Screen>
  )
}
