import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Input } from '#contract'
import { BarRow, Button, Card, Notice, Problem, Screen, Skeleton } from '../../components'
import { useMe } from '../../data/useMe'
import { useRead } from '../../data/useRead'
import { useWrite } from '../../data/useWrite'
import { Timeline } from '../../message'
import { back, replace } from '../../platform/navigate'
import { toast } from '../../platform/notice'
import { scrollTop } from '../../platform/page'
import { previewPhotos } from '../../platform/photos'
import { routes } from '../../platform/routes'
import { allowWords, offerOf, refuseWords, type Allowing, type Refusing } from './decisions'
import { Reason } from './Reason'
import { useQueue } from './useQueue'
import { Whole } from './Whole'
import { Word } from './Word'
import './index.scss'

/** One message after the other: everything in sight, one tap when it is fine, a reason when it is not. */
export default function Moderate() {
  const [id, setId] = useState(useRouter().params.id ?? '')
  const { data, error, loading, reload, set } = useRead('messages.read', { id })
  const write = useWrite('messages.moderate')
  const me = useMe()
  const nextAfter = useQueue()
  const [refusing, setRefusing] = useState(false)
  const [clash, setClash] = useState(false)
  const [moving, setMoving] = useState(false)
  const page = data?.id === id ? data : undefined

  const leave = (said: string) => {
    toast(said)
    back()
  }

  const advance = async (said?: string) => {
    setMoving(true)
    const next = await nextAfter(id)
    setMoving(false)
    if (next === undefined) return said === undefined ? toast('后面没有要审核的了') : leave(said)
    setRefusing(false)
    setClash(false)
    setId(next)
    scrollTop()
    if (said !== undefined) toast(`${said}，这是下一条`)
    void me.reload()
  }

  const decide = async (input: Input<'messages.moderate'>, done: string) => {
    const inQueue = page?.abilities.approve || page?.abilities.decideWord
    const answer = await write.send(input)
    if (!answer) return
    if (answer.ok) {
      setRefusing(false)
      setClash(false)
      const { approve, decideWord } = answer.data.abilities
      if (!inQueue) return leave(done)
      if (!approve && !decideWord) return advance(done)
      // The text is decided, its verdict's word is not yet.
      set(answer.data)
      toast(done)
    } else if (answer.error.code === 'conflict' || answer.error.code === 'wrong_state') {
      write.clear()
      setRefusing(false)
      setClash(true)
      scrollTop()
      void reload()
    }
  }

  if (!page) return <Screen title='审核'>{error && !loading ? <Problem error={error} onRetry={() => void reload()} /> : <Skeleton kind='page' />}</Screen>

  const { version, abilities: can } = page
  const { allow, refuse, doubt } = offerOf(can)
  const waiting = me.data?.badges.moderate ?? 0
  const inQueue = can.approve || can.decideWord
  const permit = (decision: Allowing) => void decide({ id, version, decision }, allowWords[decision].done)
  const refuseIt = (decision: Refusing, reason: string) => void decide({ id, version, decision, reason }, refuseWords[decision].done)

  if (refusing && refuse.length > 0) {
    return <Reason page={page} options={refuse} busy={write.busy || moving} error={write.error} onSend={refuseIt} onCancel={() => setRefusing(false)} />
  }
  const question = () => {
    write.clear()
    setRefusing(true)
    scrollTop()
  }
  return (
    <Screen
      title='审核'
      bottom={
        (allow || refuse.length > 0) && (
          <BarRow>
            {refuse.length > 0 && (
              <Button block disabled={write.busy || moving} onTap={question}>
                {doubt}
              </Button>
            )}
            {allow && (
              <Button block kind='primary' icon='check' busy={write.busy || moving} onTap={() => permit(allow)}>
                {allowWords[allow].label}
              </Button>
            )}
          </BarRow>
        )
      }
    >
      {clash && (
        <Notice tone='amber' icon='refresh'>
          刚刚有人先处理了这条留言。下面是最新的内容，请看过再决定。
        </Notice>
      )}
      {write.error && (
        <Notice tone='amber' icon='alert'>
          {write.error.message}
        </Notice>
      )}
      <Word page={page} />
      <Whole page={page} />
      {can.approve && <View className='soft small moderate__after'>{page.visibility === 'public' ? '通过后大家都能看到，再选一位代表。' : '通过后只给代表看，不公开。'}</View>}
      <Card>
        <View className='h3 moderate__before'>之前发生了什么</View>
        <Timeline entries={page.timeline} status={page.status} dueAtMs={page.dueAtMs} onPhoto={(urls, url) => previewPhotos(urls, url)} />
      </Card>
      <View className='moderate__more'>
        {can.assign && (
          <View>
            <Button kind='quiet' icon='send' onTap={() => replace(routes.assign(id))}>
              {page.handling.deputy ? '重新交办' : '交给代表'}
            </Button>
          </View>
        )}
        {(waiting > 1 || !inQueue) && waiting > 0 && (
          <View>
            <Button kind='quiet' disabled={moving} onTap={() => void advance()}>
              {inQueue ? `先放一放，看下一条（还有 ${waiting - 1} 条）` : `看下一条待审核（${waiting} 条）`}
            </Button>
          </View>
        )}
      </View>
    </Screen>
  )
}
