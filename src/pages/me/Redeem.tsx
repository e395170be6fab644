import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MeView } from '#contract/views'
import { Button, Card, Row, TextField } from '../../components'
import { useWrite } from '../../data/useWrite'
import { toast } from '../../platform/notice'

/** For deputies, units and staff: the code that binds this WeChat user to their record. */
export function Redeem({ onDone }: { onDone: (me: MeView) => void }) {
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState('')
  const write = useWrite('me.redeem')

  const submit = async () => {
    if (code.trim() === '') return toast('请填写邀请码。')
    const answer = await write.send({ code })
    if (!answer?.ok) return
    setOpen(false)
    setCode('')
    onDone(answer.data)
    toast('身份已绑定')
  }

  return (
    <Card>
      <Row icon='key' label='我有邀请码' value={open ? '' : '代表、单位、工作人员'} last onTap={() => setOpen(!open)} />
      {open && (
        <View>
          <TextField label='邀请码' value={code} max={40} placeholder='字母和数字，横线可不填' error={write.error?.message} onInput={setCode} />
          <View className='gap' />
          <Button block kind='primary' busy={write.busy} onTap={() => void submit()}>
            绑定身份
          </Button>
        </View>
      )}
    </Card>
  )
}
