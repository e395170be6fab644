import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Card, Choices, TextField } from '../../components'
import { faultsIn } from '../../data/faults'
import type { Invitation } from './Code'
import { useInvite } from './useInvite'

const options = [
  { id: 'staff', label: '工作人员' },
  { id: 'admin', label: '管理员' },
] as const

const effects = { staff: '可以审核、交办，管理代表和承办单位。', admin: '除了工作人员能做的，还能邀请和解除工作人员、管理员。' }

/** The administrator names a person and gets the code that lets them in. */
export function NewStaff({ onCode, onDone }: { onCode: (invitation: Invitation) => void; onDone: () => void }) {
  const [name, setName] = useState('')
  const [role, setRole] = useState<'staff' | 'admin'>('staff')
  const [wrong, setWrong] = useState<string>()
  const invite = useInvite(onCode)
  const submit = async () => {
    const fault = faultsIn('people.invite', { role, name }).name
    setWrong(fault)
    if (fault !== undefined || !(await invite.send({ role, name }, name.trim()))) return
    setName('')
    onDone()
  }
  return (
    <Card>
      <View className='h3'>邀请一位同事</View>
      <View className='gap' />
      <Choices label='身份' options={options} value={role} onChange={setRole} />
      <View className='soft small'>{effects[role]}</View>
      <View className='gap' />
      <TextField label='姓名' value={name} max={30} placeholder='本人姓名' error={wrong ?? invite.error?.message} onInput={setName} />
      <View className='gap' />
      <Button block icon='key' busy={invite.busy} onTap={() => void submit()}>
        生成邀请码
      </Button>
    </Card>
  )
}
