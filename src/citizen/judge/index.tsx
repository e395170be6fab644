import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { limits } from '#contract/fields'
import { verdictLabels, verdictResults, type VerdictResult } from '#contract/vocabulary'
import { Button, Card, Choices, Notice, Problem, Screen, Skeleton, Stars, TextArea } from '../../components'
import { useRead } from '../../data/useRead'
import { useWrite } from '../../data/useWrite'
import { back } from '../../platform/navigate'
import { toast } from '../../platform/notice'

const options = verdictResults.map((id) => ({ id, label: verdictLabels[id] }))

/** The citizen's word: only it says whether the matter is solved. */
export default function Judge() {
  const id = useRouter().params.id ?? ''
  const { data: page, error, reload } = useRead('messages.read', { id })
  const write = useWrite('messages.judge')
  const [result, setResult] = useState<VerdictResult>()
  const [stars, setStars] = useState(0)
  const [word, setWord] = useState('')

  const answer = page?.timeline.filter((entry) => entry.type === 'answered').pop()
  const submit = async () => {
    if (!page || !result) return toast('请选择是否解决。')
    if (stars === 0) return toast('请点星星打分。')
    const sent = await write.send({ id, version: page.version, result, stars, ...(word.trim() ? { word: word.trim() } : {}) })
    if (sent?.ok) {
      toast(result === 'solved' ? '谢谢您的评价' : '已转回代表重新办理')
      back()
    } else if (sent?.error.code === 'conflict') void reload()
  }

  if (!page) return <Screen title='评价'>{error ? <Problem error={error} onRetry={() => void reload()} /> : <Skeleton kind='page' />}</Screen>
  if (!page.abilities.judge) {
    return (
      <Screen title='评价'>
        <Problem error={{ code: 'wrong_state', message: '这条留言现在不能评价，请回去看看最新进展。' }} onRetry={back} />
      </Screen>
    )
  }
  return (
    <Screen
      title='评价'
      bottom={
        <Button block kind='primary' busy={write.busy} onTap={() => void submit()}>
          提交评价
        </Button>
      }
    >
      <Card>
        <View className='soft small'>您反映的事</View>
        <View>{page.text.slice(0, 80)}</View>
        {answer?.text && (
          <>
            <View className='gap' />
            <View className='soft small'>代表的答复</View>
            <View>{answer.text}</View>
          </>
        )}
      </Card>
      <View className='h2'>这件事解决了吗？</View>
      <Choices label='是否解决' options={options} value={result} onChange={setResult} />
      {result && result !== 'solved' && (
        <Notice tone='amber' icon='refresh'>
          会转回代表重新办理，办好后再请您评价。
        </Notice>
      )}
      <View className='h2'>满意吗？</View>
      <Stars value={stars} onChange={setStars} />
      <View className='gap' />
      <Card>
        <TextArea label='想说的话' value={word} max={limits.wordMax} placeholder='想对代表说的话（可不填，审核后公开）' onInput={setWord} />
      </Card>
      {write.error && (
        <Notice tone='amber' icon='alert'>
          {write.error.message}
        </Notice>
      )}
    </Screen>
  )
}
