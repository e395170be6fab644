import { useRouter } from '@tarojs/taro'
import { Problem, Screen, Skeleton } from '../../components'
import { useRead } from '../../data/useRead'
import { DeputyForm } from './DeputyForm'
import { UnitForm } from './UnitForm'

/** A new record or a changed one, of a deputy or a unit. */
export default function RecordPage() {
  const { kind, id } = useRouter().params
  return kind === 'unit' ? <Unit id={id} /> : <Deputy id={id} />
}

function Deputy({ id }: { id: string | undefined }) {
  const found = useRead('people.deputy', id ? { id } : undefined)
  if (!id) return <DeputyForm />
  if (found.data) return <DeputyForm known={found.data} />
  return <Screen title='代表信息'>{found.error ? <Problem error={found.error} onRetry={() => void found.reload()} /> : <Skeleton kind='page' />}</Screen>
}

function Unit({ id }: { id: string | undefined }) {
  const units = useRead('people.units', id ? {} : undefined)
  const known = units.data?.items.find((unit) => unit.id === id)
  if (!id) return <UnitForm />
  if (known) return <UnitForm known={known} />
  return <Screen title='承办单位信息'>{units.error ? <Problem error={units.error} onRetry={() => void units.reload()} /> : <Skeleton kind='page' />}</Screen>
}
