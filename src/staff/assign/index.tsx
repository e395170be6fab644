import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { deputyLevelLabels } from '#contract/vocabulary'
import { Button, Notice, Problem, Screen, Skeleton } from '../../components'
import { useRead } from '../../data/useRead'
import { useWrite } from '../../data/useWrite'
import { decide, MessageBrief, townName } from '../../message'
import { back, replace } from '../../platform/navigate'
import { routes } from '../../platform/routes'
import { Face } from './Face'
import { Others } from './Others'
import './index.scss'

/** So many proposals are in sight at once: the first is nearly always right. */
const SHOWN = 3

/** The proposal with its reasons; staff confirm it or choose another. */
export default function Assign() {
  const id = useRouter().params.id ?? ''
  const { data: page, error, reload } = useRead('messages.read', { id })
  const proposal = useRead('routing.propose', page?.abilities.assign ? { id } : undefined)
  const write = useWrite('messages.assign')
  const [choice, setChoice] = useState<{ id: string; name: string }>()
  const [all, setAll] = useState(false)
  const [searching, setSearching] = useState(false)

  if (!page) return <Screen title='交给代表'>{error ? <Problem error={error} onRetry={() => void reload()} /> : <Skeleton kind='page' />}</Screen>

  const present = page.handling.deputy
  const title = present ? '重新交办' : '交给代表'
  if (!page.abilities.assign) {
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
          {present ? `这条留言现在由 ${present.name} 代表办理，不用再交办。` : '这条留言现在不能交办。'}
        </Notice>
        <MessageBrief page={page} />
      </Screen>
    )
  }

  const candidates = proposal.data?.candidates ?? []
  const [first] = candidates
  const chosen = choice ?? (first && { id: first.deputyId, name: first.name })
  const choose = (deputyId: string, name: string) => setChoice({ id: deputyId, name })
  const again = () => {
    setChoice(undefined)
    void reload()
    void proposal.reload()
  }
  const submit = () => {
    if (chosen) void decide<'messages.assign'>(write.send, { id, version: page.version, deputyId: chosen.id }, { said: `已交给 ${chosen.name} 代表`, done: back, reload: again })
  }
  return (
    <Screen
      title={title}
      bottom={
        <Button block kind='primary' icon='send' busy={write.busy} disabled={!chosen} onTap={submit}>
          {chosen ? `${present ? '改' : ''}交给 ${chosen.name}` : '请选一位代表'}
        </Button>
      }
    >
      {write.error && (
        <Notice tone='amber' icon='alert'>
          {write.error.message}
        </Notice>
      )}
      <MessageBrief page={page} />
      {present && (
        <Notice tone='blue' icon='info'>
          现在由 {present.name} 代表办理。改交以后，期限重新计算，以前说过的话都保留。
        </Notice>
      )}
      <View className='h2'>推荐的代表</View>
      {proposal.loading && candidates.length === 0 && <Skeleton kind='list' />}
      {proposal.error && !proposal.loading && <Problem error={proposal.error} onRetry={() => void proposal.reload()} />}
      {proposal.data && candidates.length === 0 && <View className='soft'>没有合适的代表，请在下面自己找一位。</View>}
      {candidates.slice(0, all ? candidates.length : SHOWN).map((one, index) => (
        <Face
          key={one.deputyId}
          name={one.name}
          line={`${deputyLevelLabels[one.level]} · ${townName(one.town)}`}
          reasons={one.reasons}
          best={index === 0}
          chosen={one.deputyId === chosen?.id}
          onTap={() => choose(one.deputyId, one.name)}
        />
      ))}
      <View className='assign__more'>
        {!all && candidates.length > SHOWN && (
          <View>
            <Button kind='quiet' onTap={() => setAll(true)}>
              {`再看 ${candidates.length - SHOWN} 位`}
            </Button>
          </View>
        )}
        {!searching && (
          <View>
            <Button kind='quiet' icon='people' onTap={() => setSearching(true)}>
              都不合适，自己找
            </Button>
          </View>
        )}
      </View>
      {searching && (
        <>
          <View className='h2'>自己找一位</View>
          <Others except={present?.id} chosen={chosen?.id} onChoose={choose} />
        </>
      )}
      {(page.abilities.hide || page.abilities.askChanges) && (
        <View className='assign__more'>
          <Button kind='quiet' onTap={() => replace(routes.moderate(id))}>
            这条不该公开？回到审核
          </Button>
        </View>
      )}
    </Screen>
  )
}
