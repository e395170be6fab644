import { View } from '@tarojs/components'
import { Button, Card, Chip } from '../../components'
import { useWrite } from '../../data/useWrite'
import { go } from '../../platform/navigate'
import { confirm, toast } from '../../platform/notice'
import { routes } from '../../platform/routes'
import type { Invitation } from './Code'
import { useInvite } from './useInvite'

interface Props {
  role: 'deputy' | 'unit' | 'staff' | 'admin'
  record: { id: string; name: string; bound: boolean; active: boolean }
  line: string
  mayChange?: boolean
  onCode: (invitation: Invitation) => void
  onChange: () => void
}

/** What ends, and what is to be done about it afterwards. */
const endings: Record<Props['role'], string> = {
  deputy: '他马上不能再以代表身份办理，以前的答复都保留。手上还没办完的留言，请重新交办。',
  unit: '这个微信马上不能再以单位身份报告，以前的报告都保留。之后可以再邀请别人。',
  staff: '他马上不能再审核、交办，以前的处理记录都保留。',
  admin: '他马上不再是管理员，以前的处理记录都保留。',
}

/** One official: who, whether a WeChat user is bound to the record, and what can be done about it. */
export function Official({ role, record, line, mayChange = true, onCode, onChange }: Props) {
  const invite = useInvite(onCode)
  const revoke = useWrite('people.revoke')
  const { id, name, bound, active } = record

  const end = async () => {
    const sure = await confirm({ title: `解除${name}的身份？`, text: endings[role], yes: '解除', danger: true })
    if (!sure) return
    const answer = await revoke.send({ role, recordId: id })
    if (!answer) return
    toast(answer.ok ? '已解除' : answer.error.message)
    if (answer.ok) onChange()
  }

  const kept = role === 'deputy' || role === 'unit'
  const state = !active ? (
    <Chip tone='amber' icon='close'>
      已停用
    </Chip>
  ) : bound ? (
    <Chip tone='jade' icon='check'>
      已加入
    </Chip>
  ) : (
    <Chip tone='grey' icon='clock'>
      {kept ? '还没加入' : '已邀请，还没加入'}
    </Chip>
  )
  return (
    <Card>
      <View className='official__head'>
        <View className='h3 official__name'>{name}</View>
        {state}
      </View>
      {line && <View className='soft small'>{line}</View>}
      {mayChange && (kept || bound || active) && (
        <View className='official__acts'>
          {kept && !bound && active && (
            <View>
              <Button kind='quiet' icon='key' busy={invite.busy} onTap={() => void invite.send({ role, recordId: id }, name)}>
                邀请加入
              </Button>
            </View>
          )}
          {kept && (
            <View>
              <Button kind='quiet' icon='edit' onTap={() => go(routes.record(role, id))}>
                修改
              </Button>
            </View>
          )}
          {(bound || (!kept && active)) && (
            <View>
              <Button kind='quiet' icon='close' busy={revoke.busy} onTap={() => void end()}>
                {bound ? '解除' : '取消邀请'}
              </Button>
            </View>
          )}
        </View>
      )}
      {invite.error && <View className='wrong'>{invite.error.message}</View>}
    </Card>
  )
}
