import type { Checked } from '#contract'
import type { StationView } from '#contract/views'
import { settings } from '#settings'
import { cut, decodeCursor } from '../kernel/cursor'
import { collection, command } from '../kernel/database'
import { keyedId } from '../kernel/ids'
import { change, type Remembering } from '../kernel/records'
import { Refusal } from '../kernel/refusal'
import type { Handlers, Intent } from '../kernel/router'

interface Station extends Remembering, Omit<StationView, 'id'> {
  schema: 1
}

const stations = collection<Station>('stations', 1)
/** A map and a list sorted by distance want all of them: a district's stations come in one or two pages. */
const PAGE = 100

const present = ({ _id, kind, name, town, address, phone, point, hours }: Station): StationView => ({
  id: _id,
  kind,
  name,
  town,
  address,
  phone,
  point: { lat: point.lat, lon: point.lon },
  hours,
})

async function saveStation({ id, ...input }: Checked<'stations.save'>, intent: Intent): Promise<Station> {
  const { kind, name, town, address, phone, point, hours } = input
  if (!settings.towns.some((known) => known.id === town)) throw new Refusal('invalid', { field: 'town', sentence: '请选择镇或街道。' })
  const _id = id ?? keyedId('record', intent.id)
  if (id === undefined) {
    const made: Station = { _id, schema: 1, version: 1, writes: [intent], kind, name, town, address, phone, point, hours }
    if (await stations.add(made)) return made
  }
  const saved = await change(stations, _id, intent, () => ({ kind, name, town, address, phone, point: command.set(point), hours }))
  if (saved === undefined) throw new Refusal('not_found')
  return saved
}

export const stationActions: Handlers<'stations.list' | 'stations.save'> = {
  'stations.list': {
    public: true,
    async run({ input: { town, cursor } }) {
      const after = decodeCursor('stations', cursor)?.id
      const rows = town === undefined ? await stations.walk(after, PAGE + 1) : await stations.walkWhere({ town }, after, PAGE + 1)
      const { items, next } = cut('stations', rows, PAGE, ({ _id }) => ({ value: _id, id: _id }))
      return { items: items.map(present), next }
    },
  },
  'stations.save': { can: 'stations.manage', run: async ({ input, intent }) => present(await saveStation(input, intent)) },
}
