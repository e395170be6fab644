import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { limits } from '#contract/fields'
import { Button, Card, Notice, PickerRow, Problem, Screen, Skeleton, TextArea } from '../../components'
import { useRead } from '../../data/useRead'
import { MessageHead } from '../../message'
import { back } from '../../platform/navigate'
import { isMode, modes } from './modes'
import { useReply } from './useReply'

/** A deputy's word on a message: on the way, to a unit, as the answer, as its correction, or handing it back. */
export default function Reply() {
  const { id = '', mode: asked, entry } = useRouter().params
  const mode = isMode(asked) ? asked : 'remark'
  const { title, placeholder, button, publicly, max } = modes[mode]
  const { data: page, error, reload } = useRead('messages.read', { id })
  const units = useRead('people.units', mode === 'forward' ? {} : undefined)
  const corrected = page?.timeline.find((one) => one.id === entry)
  const [text, setText] = useState<string>()
  const [unitId, setUnitId] = useState<string>()
  const reply = useReply(mode)

  // A correction starts from what was said.
  const value = text ?? (mode === 'correct' ? (corrected?.text ?? '') : '')
  const submit = () => {
    if (page) void reply.send({ page, text: value, unitId, entryId: entry, reload: () => void reload() })
  }

  if (!page) return <Screen title={title}>{error ? <Problem error={error} onRetry={() => void reload()} /> : <Skeleton kind='page' />}</Screen>
  if (!page.abilities[mode]) {
    return (
      <Screen title={title}>
        <Problem error={{ code: 'wrong_state', message: '这条留言现在不能这样处理，请回去看看最新进展。' }} onRetry={back} />
      </Screen>
    )
  }
  const unitOptions = (units.data?.items ?? []).filter((unit) => unit.active).map(({ id: unit, name }) => ({ id: unit, label: name }))
  return (
    <Screen
      title={title}
      bottom={
        <Button block kind='primary' icon='send' busy={reply.busy} onTap={submit}>
          {button}
        </Button>
      }
    >
      {reply.error && (
        <Notice tone='amber' icon='alert'>
          {reply.error.message}
        </Notice>
      )}
      <MessageHead page={page} />
      {mode === 'forward' && (
        <Card>
          {units.error ? <Problem error={units.error} onRetry={() => void units.reload()} /> : <PickerRow label='承办单位' options={unitOptions} value={unitId} onChange={setUnitId} last />}
        </Card>
      )}
      <Card>
        <TextArea label={title} value={value} max={max ?? limits.replyMax} placeholder={placeholder} onInput={setText} />
      </Card>
      <Notice tone='blue' icon={publicly ? 'eye' : 'lock'}>
        {publicly ? (page.visibility === 'public' ? '发出后大家都能看到，请不要写群众的电话、住址。' : '这条留言不公开，发出后留言人能看到。') : '只有工作人员看得到这段话。'}
      </Notice>
    </Screen>
  )
}
