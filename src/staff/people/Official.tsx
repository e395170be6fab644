import { View } from '@tarojs/components'
import { Button, Card, Chip } from '../../components'
import { useWrite } from '../../data/useWrite'
import { go } from '../../platform/navigate'
import { confirm, toast } from '../../platform/notice'
import { routes } from '../../platform/routes'
import { Code } from './Code'
import { useInvite } from './useInvite'
import './index.scss'

interface Props {
  role: 'deputy' | 'unit' | 'staff' | 'admin'
  record: { id: string; name: string; bound: boolean; active: boolean }
  line: string
  mayChange?: boolean
  onChange: () => void
}

/** One official: who, whether a WeChat user is bound to the record, and what can be done about it. */
export function Official({ role, record, line, mayChange = true, onChange }: Props) {
  const invite = useInvite()
  const revoke = useWrite('people.revoke')

  const end = async () => {
    const sure = await confirm({ title: `解除${record.name}的身份？`, text: '立即生效。以前的答复和记录都保留。', yes: '解除', danger: true })
    if (!sure) return
    const answer = await revoke.send({ role, recordId: record.id })
    if (!answer) return
    toast(answer.ok ? '已解除' : answer.error.message)
    if (answer.ok) onChange()
  }

  return (
    <Card>
      <View className='official__head'>
        <View className='h3'>{record.name}</View>
        {record.bound ? (
          <Chip tone='jade' icon='check'>
            已绑定微信
          </Chip>
        ) : (
          <Chip tone='grey'>未绑定</Chip>
        )}
        {!record.active && <Chip tone='amber'>已停用</Chip>}
      </View>
      <View className='soft small'>{line}</View>
      {mayChange && (
        <View className='official__acts'>
          {(role === 'deputy' || role === 'unit') && (
            <Button kind='quiet' icon='edit' onTap={() => go(routes.record(role, record.id))}>
              修改
            </Button>
          )}
          {(role === 'deputy' || role === 'unit') && !record.bound && record.active && (
            <Button kind='quiet' icon='key' busy={invite.busy} onTap={() => void invite.send({ role, recordId: record.id })}>
              发邀请码
            </Button>
          )}
          {record.bound && (
            <Button kind='quiet' icon='close' busy={revoke.busy} onTap={() => void end()}>
              解除绑定
            </Button>
          )}
        </View>
      )}
      {invite.error && <View className='wrong'>{invite.error.message}</View>}
      {invite.code && <Code {...invite.code} />}
    </Card>
  )
}
