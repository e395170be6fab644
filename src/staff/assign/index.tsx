import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { deputyLevelLabels } from '#contract/vocabulary'
import type { DeputyView } from '#contract/views'
import { Button, Card, Chip, Notice, PickerRow, Problem, Screen, Skeleton } from '../../components'
import { useRead } from '../../data/useRead'
import { usePages } from '../../data/usePages'
import { useWrite } from '../../data/useWrite'
import { categoryName, decide, MessageHead, townName, townOptions } from '../../message'
import { back } from '../../platform/navigate'
import { routes } from '../../platform/routes'
import { go } from '../../platform/navigate'
import './index.scss'

interface Candidate {
  id: string
  name: string
  line: string
  reasons: string[]
}

function Face({ candidate, best, chosen, onTap }: { candidate: Candidate; best: boolean; chosen: boolean; onTap: () => void }) {
  return (
    <View className={`candidate${chosen ? ' candidate--on' : ''}`} ariaRole='radio' ariaLabel={`${candidate.name}${chosen ? '，已选' : ''}`} onClick={onTap}>
      <View className='candidate__head'>
        <View className='h3'>{candidate.name}</View>
        {best && <Chip tone='jade'>推荐</Chip>}
        {chosen && (
          <Chip tone='accent' icon='check'>
            已选
          </Chip>
        )}
      </View>
      <View className='soft small'>{candidate.line}</View>
      {candidate.reasons.map((reason) => (
        <View key={reason} className='candidate__reason'>
          · {reason}
        </View>
      ))}
    </View>
  )
}

/** Every other deputy of a town, for the cases that no rule foresees. */
function Others({ town, chosen, onChoose }: { town: string; chosen: string | undefined; onChoose: (id: string) => void }) {
  const list = usePages('people.deputies', { town })
  const line = (deputy: DeputyView) => `${deputyLevelLabels[deputy.level]} · ${deputy.constituency} · ${deputy.subjects.map(categoryName).join('、')}`
  return (
    <>
      {list.loading && list.items.length === 0 && <Skeleton kind='list' />}
      {list.error && <Problem error={list.error} onRetry={() => void list.reload()} />}
      {list.items
        .filter((deputy) => deputy.active)
        .map((deputy) => (
          <Face key={deputy.id} candidate={{ id: deputy.id, name: deputy.name, line: line(deputy), reasons: deputy.bound ? [] : ['还没有绑定微信，暂时收不到'] }} best={false} chosen={deputy.id === chosen} onTap={() => onChoose(deputy.id)} />
        ))}
      {list.next !== undefined && (
        <Button kind='quiet' onTap={() => void list.more()}>
          更多代表
        </Button>
      )}
    </>
  )
}

/** The proposal with its reasons; staff confirm it or choose another. */
export default function Assign() {
  const id = useRouter().params.id ?? ''
  const { data: page, error, reload } = useRead('messages.read', { id })
  const proposal = useRead('routing.propose', { id })
  const write = useWrite('messages.assign')
  const [choice, setChoice] = useState<string>()
  const [town, setTown] = useState<string>()

  if (!page) return <Screen title='交办'>{error ? <Problem error={error} onRetry={() => void reload()} /> : <Skeleton kind='page' />}</Screen>
  const candidates = proposal.data?.candidates ?? []
  const chosen = choice ?? candidates[0]?.deputyId
  const present = page.handling.deputy
  const submit = () => {
    if (chosen) void decide<'messages.assign'>(write.send, { id, version: page.version, deputyId: chosen }, { said: '已交给代表', done: back, reload: () => void reload() })
  }
  return (
    <Screen
      title={present ? '重新交办' : '交给代表'}
      bottom={
        <Button block kind='primary' icon='send' busy={write.busy} disabled={!chosen || !page.abilities.assign} onTap={submit}>
          {present ? '改交这位代表' : '交给这位代表'}
        </Button>
      }
    >
      {write.error && (
        <Notice tone='amber' icon='alert'>
          {write.error.message}
        </Notice>
      )}
      {present && (
        <Notice tone='blue' icon='info'>
          现在由 {present.name} 办理。
        </Notice>
      )}
      <MessageHead page={page} />
      {page.abilities.hide && (
        <Button kind='quiet' onTap={() => go(routes.moderate(id))}>
          这条不该公开？去隐藏
        </Button>
      )}
      <View className='h2'>推荐的代表</View>
      {proposal.loading && candidates.length === 0 && <Skeleton kind='list' />}
      {proposal.error && <Problem error={proposal.error} onRetry={() => void proposal.reload()} />}
      {proposal.data && candidates.length === 0 && <View className='soft'>没有合适的代表，请从下面按镇、街道选择。</View>}
      {candidates.map((one, index) => (
        <Face
          key={one.deputyId}
          best={index === 0}
          chosen={one.deputyId === chosen}
          candidate={{ id: one.deputyId, name: one.name, line: `${deputyLevelLabels[one.level]} · ${townName(one.town)} · 手上 ${one.load} 件`, reasons: one.reasons }}
          onTap={() => setChoice(one.deputyId)}
        />
      ))}
      <View className='h2'>选其他代表</View>
      <Card>
        <PickerRow label='镇、街道' options={townOptions} value={town} onChange={setTown} last />
      </Card>
      {town && <Others key={town} town={town} chosen={chosen} onChoose={setChoice} />}
    </Screen>
  )
}
