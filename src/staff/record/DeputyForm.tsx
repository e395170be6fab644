import { View } from '@tarojs/components'
import { useState } from 'react'
import { deputyLevelLabels, deputyLevels, type DeputyLevel } from '#contract/vocabulary'
import type { DeputyView } from '#contract/views'
import { Button, Card, ManyChoices, Notice, PickerRow, Screen, SwitchRow, TextField } from '../../components'
import { useWrite } from '../../data/useWrite'
import { categoryOptions, townOptions } from '../../message'
import { back } from '../../platform/navigate'
import { toast } from '../../platform/notice'

const levelOptions = deputyLevels.map((id) => ({ id, label: deputyLevelLabels[id] }))

export function DeputyForm({ known }: { known?: DeputyView }) {
  const [name, setName] = useState(known?.name ?? '')
  const [level, setLevel] = useState<DeputyLevel>(known?.level ?? 'district')
  const [town, setTown] = useState<string | undefined>(known?.town)
  const [constituency, setConstituency] = useState(known?.constituency ?? '')
  const [subjects, setSubjects] = useState(known?.subjects ?? [])
  const [active, setActive] = useState(known?.active ?? true)
  const write = useWrite('people.saveDeputy')

  const submit = async () => {
    if (!town) return toast('请选择镇、街道。')
    const answer = await write.send({ ...(known ? { id: known.id } : {}), name, level, town, constituency, subjects, active })
    if (!answer?.ok) return
    toast('已保存')
    back()
  }
  const wrong = (field: string) => (write.error?.field === field ? write.error.message : undefined)
  return (
    <Screen
      title={known ? '修改代表信息' : '添加代表'}
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
        <TextField label='姓名' value={name} max={30} error={wrong('name')} onInput={setName} />
        <PickerRow label='层级' options={levelOptions} value={level} onChange={setLevel} />
        <PickerRow label='镇、街道' options={townOptions} value={town} onChange={setTown} />
        <View className='gap' />
        <TextField label='选区' value={constituency} max={40} placeholder='如：第 12 选区' error={wrong('constituency')} onInput={setConstituency} />
        <SwitchRow label='在任' hint='关掉后不再交办，也不能登录' on={active} onChange={setActive} last />
      </Card>
      <View className='h2'>熟悉的领域</View>
      <ManyChoices label='熟悉的领域' options={categoryOptions} value={subjects} onChange={setSubjects} />
    </Screen>
  )
}
