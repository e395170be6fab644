import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MeView } from '#contract/views'
import { Button, Row, TextField } from '../../components'
import { faultsIn } from '../../data/faults'
import { useWrite } from '../../data/useWrite'
import { toast } from '../../platform/notice'
import { Rows } from './Rows'

/** For deputies, units and staff: the code that binds this WeChat user to their record. */
export function Redeem({ onDone }: { onDone: (me: MeView) => void }) {
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<string>()
  const write = useWrite('me.redeem')

  const submit = async () => {
    const wrong = code.trim() === '' ? '请填写邀请码。' : faultsIn('me.redeem', { code }).code
    setFault(wrong)
    if (wrong) return
    const answer = await write.send({ code })
    if (!answer?.ok) return
    setOpen(false)
    setCode('')
    onDone(answer.data)
    toast('身份已绑定')
  }
  const type = (text: string) => {
    setCode(text)
    setFault(undefined)
    write.clear()
  }

  return (
    <Rows>
      <Row icon='key' label='我有邀请码' value={open ? '收起' : '代表、单位、工作人员'} last onTap={() => setOpen(!open)} />
      {open && (
        <View className='redeem'>
          <TextField label='邀请码' value={code} max={40} placeholder='字母和数字，横线可不填' error={fault ?? write.error?.message} onInput={type} />
          <View className='gap' />
          <Button block kind='primary' busy={write.busy} onTap={() => void submit()}>
            绑定身份
          </Button>
        </View>
      )}
    </Rows>
  )
}
