import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MessagePage } from '#contract/views'
import { Button, Card, Notice, Screen, TextArea } from '../../components'
import { faultsIn, type Faults } from '../../data/faults'
import { useKept } from '../../data/useKept'
import { useMe } from '../../data/useMe'
import { MessageBrief, ReadyWords } from '../../message'
import { back } from '../../platform/navigate'
import { Before } from './Before'
import { draftOf, modes, readers, type Mode } from './modes'
import { Units } from './Units'
import { useReply } from './useReply'

interface Props {
  page: MessagePage
  mode: Mode
  /** The answer that is corrected. */
  entryId: string
  reload: () => void
}

export function Form({ page, mode, entryId, reload }: Props) {
  const { title, ask, placeholder, button, said, max, ready } = modes[mode]
  const kept = useKept(`${mode}.${page.id}`)
  const me = useMe()
  const reply = useReply(mode)
  const [unit, setUnit] = useState({ id: '', name: '' })
  const [faults, setFaults] = useState<Faults>({})

  // A correction starts from what was said, until somebody writes.
  const first = mode === 'correct' ? (page.timeline.find((entry) => entry.id === entryId)?.text ?? '') : ''
  const [touched, setTouched] = useState(kept.text !== '')
  const text = touched ? kept.text : first
  const write = (value: string) => {
    setTouched(true)
    kept.write(value)
  }

  const done = () => {
    kept.drop()
    back()
  }
  const submit = () => {
    const draft = draftOf(mode, page, text, unit.id, entryId)
    const wrong = faultsIn(draft.action, draft.input)
    setFaults(wrong)
    if (Object.keys(wrong).length === 0) void reply.send(draft, { said: unit.name ? `已转交${unit.name}` : said, done, reload })
  }

  const name = me.data?.record?.name ?? page.handling.deputy?.name ?? ''
  return (
    <Screen
      title={title}
      bottom={
        <Button block kind='primary' icon='send' busy={reply.busy} onTap={submit}>
          {unit.name ? `转交${unit.name}` : button}
        </Button>
      }
    >
      {reply.error && (
        <Notice tone='amber' icon='alert'>
          {reply.error.message}
        </Notice>
      )}
      <MessageBrief page={page} />
      {mode !== 'decline' && mode !== 'correct' && <Before page={page} />}
      {mode === 'forward' && (
        <>
          <View className='h2'>转给哪个单位</View>
          <Units category={page.category} present={page.handling.unit?.id} value={unit.id} onChange={(id, unitName) => setUnit({ id, name: unitName })} />
          {faults.unitId && <View className='wrong'>请选择一个单位。</View>}
        </>
      )}
      <View className='h2'>{ask}</View>
      <Card>
        <TextArea label={ask} value={text} max={max} placeholder={placeholder} error={faults.text ?? faults.reason} note={touched && text.trim() ? '已存草稿' : ''} onInput={write} />
      </Card>
      {ready.length > 0 && <ReadyWords words={ready} text={text} onChange={write} />}
      <Notice tone='blue' icon={mode === 'decline' || page.visibility === 'deputies' ? 'lock' : 'eye'}>
        {readers(mode, page, name)}
      </Notice>
    </Screen>
  )
}
