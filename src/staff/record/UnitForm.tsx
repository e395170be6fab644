import { View } from '@tarojs/components'
import { useState } from 'react'
import type { UnitView } from '#contract/views'
import { Button, Card, ManyChoices, Notice, Screen, SwitchRow, TextField } from '../../components'
import { useWrite } from '../../data/useWrite'
import { categoryOptions } from '../../message'
import { back } from '../../platform/navigate'
import { toast } from '../../platform/notice'

export function UnitForm({ known }: { known?: UnitView }) {
  const [name, setName] = useState(known?.name ?? '')
  const [subjects, setSubjects] = useState(known?.subjects ?? [])
  const [active, setActive] = useState(known?.active ?? true)
  const write = useWrite('people.saveUnit')

  const submit = async () => {
    const answer = await write.send({ ...(known ? { id: known.id } : {}), name, subjects, active })
    if (!answer?.ok) return
    toast('已保存')
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
        <TextField label='单位名称' value={name} max={30} placeholder='如：区交通运输局' error={write.error?.field === 'name' ? write.error.message : undefined} onInput={setName} />
        <SwitchRow label='启用' hint='关掉后不能再转交给它' on={active} onChange={setActive} last />
      </Card>
      <View className='h2'>负责的领域</View>
      <ManyChoices label='负责的领域' options={categoryOptions} value={subjects} onChange={setSubjects} />
    </Screen>
  )
}
