import { View } from '@tarojs/components'
import { useState } from 'react'
import { limits } from '#contract/fields'
import type { MessagePage } from '#contract/views'
import { BarRow, Button, Card, Choices, Notice, Screen, TextArea } from '../../components'
import { faultsIn } from '../../data/faults'
import { MessageBrief, ReadyWords } from '../../message'
import type { CallError } from '../../platform/cloud'
import { refuseWords, type Refusing } from './decisions'

interface Props {
  page: MessagePage
  options: Refusing[]
  busy: boolean
  error: CallError | undefined
  onSend: (decision: Refusing, reason: string) => void
  onCancel: () => void
}

/** A decision against something, with the reason that its author will read. */
export function Reason({ page, options, busy, error, onSend, onCancel }: Props) {
  const [decision, setDecision] = useState(options[0] ?? 'askChanges')
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string>()
  const words = refuseWords[decision]

  const choose = (next: Refusing) => {
    // A ready sentence belongs to its decision; one's own words go along.
    if (words.ready.includes(reason.trim())) setReason('')
    setDecision(next)
  }
  const send = () => {
    const fault = faultsIn('messages.moderate', { id: page.id, version: page.version, decision, reason }).reason
    setWrong(fault)
    if (fault === undefined) onSend(decision, reason.trim())
  }

  return (
    <Screen
      title={options.length === 1 ? words.label : '怎么处理'}
      bottom={
        <BarRow>
          <Button block disabled={busy} onTap={onCancel}>
            返回
          </Button>
          <Button block kind='primary' busy={busy} onTap={send}>
            {words.label}
          </Button>
        </BarRow>
      }
    >
      {error && (
        <Notice tone='amber' icon='alert'>
          {error.message}
        </Notice>
      )}
      <MessageBrief page={page} />
      {options.length > 1 && <Choices label='怎么处理' options={options.map((id) => ({ id, label: refuseWords[id].label }))} value={decision} onChange={choose} />}
      <View className='soft small reason__effect'>{words.effect}</View>
      <View className='h2'>为什么？作者会看到</View>
      <Card>
        <TextArea label='理由' value={reason} max={limits.reasonMax} placeholder='像当面说话一样，说清哪里不合适、可以怎么改。' error={wrong} onInput={setReason} />
      </Card>
      <ReadyWords words={words.ready} text={reason} onChange={setReason} />
    </Screen>
  )
}
