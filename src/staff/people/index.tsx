import { useState } from 'react'
import { Screen, Tabs } from '../../components'
import { useMe } from '../../data/useMe'
import { Code, type Invitation } from './Code'
import { Deputies, Staff, Units } from './Lists'
import './index.scss'

const tabs = [
  { id: 'deputies', label: '代表' },
  { id: 'units', label: '承办单位' },
  { id: 'staff', label: '工作人员' },
] as const

/** Who works here: found, added, invited and let go. */
export default function People() {
  const { data: me } = useMe()
  const [kind, setKind] = useState<(typeof tabs)[number]['id']>('deputies')
  const [invitation, setInvitation] = useState<Invitation>()
  return (
    <Screen title='代表、单位和工作人员'>
      <Tabs items={tabs} value={kind} onChange={setKind} />
      {kind === 'deputies' && <Deputies onCode={setInvitation} />}
      {kind === 'units' && <Units onCode={setInvitation} />}
      {kind === 'staff' && <Staff onCode={setInvitation} mayInvite={me?.role === 'admin'} />}
      {invitation && <Code invitation={invitation} onClose={() => setInvitation(undefined)} />}
    </Screen>
  )
}
