import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Choices, TextField } from '../../components'
import { Code } from './Code'
import { useInvite } from './useInvite'

const options = [
  { id: 'staff', label: '工作人员' },
  { id: 'admin', label: '管理员' },
] as const

/** The administrator names a person and gets the code that lets them in. */
export function NewStaff({ onDone }: { onDone: () => void }) {
  const [name, setName] = useState('')
  const [role, setRole] = useState<'staff' | 'admin'>('staff')
  const invite = useInvite()
  const submit = async () => {
    if (await invite.send({ role, name })) onDone()
  }
  return (
    <Card>
      <View className='h3'>邀请工作人员</View>
      <View className='gap' />
      <Choices label='身份' options={options} value={role} onChange={setRole} />
      <TextField label='姓名' value={name} max={30} placeholder='本人姓名' error={invite.error?.message} onInput={setName} />
      <View className='gap' />
      <Button block icon='key' busy={invite.busy} disabled={name.trim() === ''} onTap={() => void submit()}>
        生成邀请码
      </Button>
      <View className='gap' />
      {invite.code && <Code {...invite.code} />}
    </Card>
  )
}
