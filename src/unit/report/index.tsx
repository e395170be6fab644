import { useRouter } from '@tarojs/taro'
import { Button, Notice, Problem, Screen, Skeleton } from '../../components'
import { useRead } from '../../data/useRead'
import { MessageBrief } from '../../message'
import { replace } from '../../platform/navigate'
import { routes } from '../../platform/routes'
import { Form } from './Form'

/** The unit tells what was done, with photos of it. The citizen still has the last word. */
export default function Report() {
  const id = useRouter().params.id ?? ''
  const { data: page, error, loading, reload } = useRead('messages.read', { id })

  if (!page) return <Screen title='报告进展'>{error && !loading ? <Problem error={error} onRetry={() => void reload()} /> : <Skeleton kind='page' />}</Screen>
  if (page.abilities.progress) return <Form page={page} reload={() => void reload()} />
  return (
    <Screen
      title='报告进展'
      bottom={
        <Button block kind='primary' onTap={() => replace(routes.message(id))}>
          看看最新进展
        </Button>
      }
    >
      <Notice tone='amber' icon='info'>
        这条留言有了新变化，现在不用报告进展。
      </Notice>
      <MessageBrief page={page} />
    </Screen>
  )
}
