import { View } from '@tarojs/components'
import { useState } from 'react'
import type { UnitView } from '#contract/views'
import { Button, Card, ManyChoices, Notice, Screen, SwitchRow, TextField } from '../../components'
import { faultsIn } from '../../data/faults'
import { useWrite } from '../../data/useWrite'
import { categoryOptions } from '../../message'
import { back } from '../../platform/navigate'
import { toast } from '../../platform/notice'
import { scrollTop } from '../../platform/page'

export function UnitForm({ known }: { known?: UnitView }) {
  const [name, setName] = useState(known?.name ?? '')
  const [subjects, setSubjects] = useState(known?.subjects ?? [])
  const [active, setActive] = useState(known?.active ?? true)
  const write = useWrite('people.saveUnit')

  const [wrong, setWrong] = useState<string>()

  const submit = async () => {
    const input = { ...(known ? { id: known.id } : {}), name, subjects, active }
    const fault = faultsIn('people.saveUnit', input).name
    setWrong(fault)
    if (fault !== undefined) return scrollTop()
    const answer = await write.send(input)
    if (!answer?.ok) return
    toast(known ? '已保存' : '已添加，可以邀请他们加入了')
    back()
  }
  return (
    <Screen
      title={known ? '修改承办单位' : '添加承办单位'}
      bottom={
        <Button block kind='primary' busy={write.busy} onTap={() => void submit()}>
          保存
        </Button>
      }
    >
      {write.error && !write.error.field && (
        <Notice tone='amber' icon='alert'>
          {write.error.message}
        </Notice>
      )}
      <Card>
        <TextField label='单位名称' value={name} max={30} placeholder='如：区交通运输局' error={wrong ?? (write.error?.field === 'name' ? write.error.message : undefined)} onInput={setName} />
        <View className='gap' />
        <SwitchRow label='启用' hint='关掉后不能再转交给它' on={active} onChange={setActive} last />
      </Card>
      <View className='h2'>负责哪些方面</View>
      <View className='soft small'>可以选几项。代表转交时，对口的单位排在前面。</View>
      <ManyChoices label='负责哪些方面' options={categoryOptions} value={subjects} onChange={setSubjects} />
    </Screen>
  )
}
