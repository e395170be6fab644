import { settings } from '#settings'
import { stationKindLabels, type StationKind } from '#contract/vocabulary'
import { estates, roads, villages } from './names'
import type { Chance } from './random'
import type { World } from './world'

const KINDS: StationKind[] = ['home', 'liaison', 'liaison', 'practice', 'practice', 'practice']

/** Six stations a town: one 家, two 站, three 点, at invented addresses around the town's centre. */
export async function openStations(world: World, chance: Chance, staff: string): Promise<void> {
  for (const town of settings.towns) {
    for (const [n, kind] of KINDS.entries()) {
      const spot = kind === 'home' ? town.name : kind === 'liaison' ? chance.pick(estates) : chance.pick(villages)
      await world.act(staff, 'stations.save', {
        kind,
        name: `${spot}${stationKindLabels[kind]}${kind === 'home' ? '' : n}（演示）`,
        town: town.id,
        address: `${town.name}${chance.pick(roads)}${chance.between(1, 299)}号（虚构地址）`,
        phone: `0519-8000${String(chance.between(0, 9999)).padStart(4, '0')}`,
        // Around the town's centre; the shift from WGS-84 to GCJ-02 here is about this much.
        point: { lat: town.lat - 0.002 + (chance.next() - 0.5) * 0.03, lon: town.lon + 0.005 + (chance.next() - 0.5) * 0.03 },
        hours: chance.pick(['周一至周五 9:00-17:00', '每周三 8:30-11:30', '每月 10 日 9:00-11:00']),
      })
    }
  }
}
