import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { limits } from '#contract/fields'
import { verdictLabels, verdictResults, type VerdictResult } from '#contract/vocabulary'
import { Button, Card, Choices, Empty, Notice, Problem, Screen, Skeleton, Stars, TextArea } from '../../components'
import { faultsIn, type Faults } from '../../data/faults'
import { useKept } from '../../data/useKept'
import { useRead } from '../../data/useRead'
import { useWrite } from '../../data/useWrite'
import { back, replace } from '../../platform/navigate'
import { toast } from '../../platform/notice'
import { routes } from '../../platform/routes'
import './index.scss'

const options = verdictResults.map((id) => ({ id, label: verdictLabels[id] }))

/** What each word leads to, told before it is sent. */
const next: Record<VerdictResult, string> = {
  solved: '这件事就办结了，谢谢您告诉我们。',
  partly: '会转回代表重新办理，办好后再请您评价。',
  unsolved: '会转回代表重新办理，办好后再请您评价。',
}

/** The citizen's word: only it says whether the matter is solved. */
export default function Judge() {
  const id = useRouter().params.id ?? ''
  const { data: page, error, reload } = useRead('messages.read', { id })
  const write = useWrite('messages.judge')
  const [result, setResult] = useState<VerdictResult>()
  const [stars, setStars] = useState(0)
  const { text: word, write: setWord, drop } = useKept(`judge.${id}`)
  const [faults, setFaults] = useState<Faults>({})

  if (!page) return <Screen title='评价'>{error ? <Problem error={error} onRetry={() => void reload()} /> : <Skeleton kind='page' />}</Screen>
  if (!page.abilities.judge) {
    const judged = page.verdict !== undefined
    return (
      <Screen title='评价'>
        <Empty
          icon={judged ? 'check-circle' : 'info'}
          text={judged ? '您的评价已经收到。' : '这条留言现在还不能评价，代表答复后就可以。'}
          action={{ label: '看这条留言', onTap: () => replace(routes.message(id)) }}
        />
      </Screen>
    )
  }

  const submit = async () => {
    // Both are asked for beside their field; the schema speaks of types, not of a choice that is missing.
    const missing: Faults = { ...(result ? {} : { result: '请选择是否解决。' }), ...(stars ? {} : { stars: '请点星星打分。' }) }
    setFaults(missing)
    if (!result || !stars) return toast(missing.result ?? missing.stars ?? '')
    const input = { id, version: page.version, result, stars, ...(word.trim() ? { word: word.trim() } : {}) }
    const found = faultsIn('messages.judge', input)
    setFaults(found)
    if (Object.keys(found).length) return toast(Object.values(found)[0] ?? '请检查填写的内容。')
    const sent = await write.send(input)
    if (sent?.ok) {
      drop()
      toast(result === 'solved' ? '谢谢您的评价' : '已转回代表重新办理')
      back()
    } else if (sent && ['conflict', 'wrong_state'].includes(sent.error.code)) void reload()
  }
  const answer = page.timeline.filter((entry) => entry.type === 'answered').pop()

  return (
    <Screen
      title='评价'
      bottom={
        <Button block kind='primary' busy={write.busy} onTap={() => void submit()}>
          提交评价
        </Button>
      }
    >
      {write.error && (
        <Notice tone='amber' icon='alert'>
          {write.error.message}
        </Notice>
      )}
      <Card>
        <View className='soft small'>您反映的事</View>
        <View className='judge__matter'>{page.text}</View>
        {answer?.text && (
          <View className='speech judge__answer'>
            <View className='soft small'>{page.handling.deputy ? `${page.handling.deputy.name}的答复` : '代表的答复'}</View>
            <View>{answer.text}</View>
          </View>
        )}
      </Card>
      <View className='h2'>这件事解决了吗？</View>
      <Choices label='是否解决' options={options} value={result} onChange={setResult} />
      {faults.result && !result && <View className='wrong'>{faults.result}</View>}
      {result && (
        <View className='judge__next'>
          <Notice tone={result === 'solved' ? 'jade' : 'amber'} icon={result === 'solved' ? 'check-circle' : 'refresh'}>
            {next[result]}
          </Notice>
        </View>
      )}
      <View className='h2'>对这次办理满意吗？</View>
      <Stars value={stars} onChange={setStars} />
      {faults.stars && !stars && <View className='wrong'>{faults.stars}</View>}
      <View className='gap' />
      <Card>
        <TextArea label='想说的话' value={word} max={limits.wordMax} placeholder='想对代表说的话（可不填，审核后公开）' error={faults.word} onInput={setWord} />
      </Card>
    </Screen>
  )
}
