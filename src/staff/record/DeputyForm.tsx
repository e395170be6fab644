import { View } from '@tarojs/components'
import { useState } from 'react'
import { deputyLevelLabels, deputyLevels, type DeputyLevel } from '#contract/vocabulary'
import type { DeputyView } from '#contract/views'
import { Button, Card, ManyChoices, Notice, PickerRow, Screen, SwitchRow, TextField } from '../../components'
import { faultsIn, type Faults } from '../../data/faults'
import { useWrite } from '../../data/useWrite'
import { categoryOptions, townOptions } from '../../message'
import { back } from '../../platform/navigate'
import { toast } from '../../platform/notice'
import { scrollTop } from '../../platform/page'

const levelOptions = deputyLevels.map((id) => ({ id, label: deputyLevelLabels[id] }))

export function DeputyForm({ known }: { known?: DeputyView }) {
  const [name, setName] = useState(known?.name ?? '')
  const [level, setLevel] = useState<DeputyLevel>(known?.level ?? 'district')
  const [town, setTown] = useState<string | undefined>(known?.town)
  const [constituency, setConstituency] = useState(known?.constituency ?? '')
  const [subjects, setSubjects] = useState(known?.subjects ?? [])
  const [active, setActive] = useState(known?.active ?? true)
  const write = useWrite('people.saveDeputy')

  const [faults, setFaults] = useState<Faults>({})

  const submit = async () => {
    const input = { ...(known ? { id: known.id } : {}), name, level, town: town ?? '', constituency, subjects, active }
    const wrong = faultsIn('people.saveDeputy', input)
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) return scrollTop()
    const answer = await write.send(input)
    if (!answer?.ok) return
    toast(known ? '已保存' : '已添加，可以邀请他加入了')
    back()
  }
  const wrong = (field: string) => faults[field] ?? (write.error?.field === field ? write.error.message : undefined)
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
        {faults.town && <View className='wrong'>请选择镇、街道。</View>}
        <View className='gap' />
        <TextField label='选区' value={constituency} max={40} placeholder='如：第 12 选区' error={wrong('constituency')} onInput={setConstituency} />
        <View className='gap' />
        <SwitchRow label='在任' hint='关掉后不再交办给他' on={active} onChange={setActive} last />
      </Card>
      <View className='h2'>关注哪些方面</View>
      <View className='soft small'>可以选几项。交办时按这些推荐代表。</View>
      <ManyChoices label='关注哪些方面' options={categoryOptions} value={subjects} onChange={setSubjects} />
    </Screen>
  )
}
