import { Agenda } from './agenda'
import { Life } from './life'
import { settle } from './people'
import { Chance } from './random'
import { openStations } from './stations'
import { World, type Doors } from './world'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const MESSAGES = 300
const DAYS = 120

/**
 * Fills an empty cloud with the demo district by living through its last months: every record is made by the
 * product's own actions under a moved clock, so none exists that the product could not have made.
 */
export async function seed(doors: Doors, firstAdminCode: string, nowMs: number): Promise<void> {
  const chance = new Chance(20260101)
  const world = new World(doors)
  const startMs = nowMs - (DAYS + 3) * DAY
  doors.setClock(startMs)
  const people = await settle(world, chance, firstAdminCode)
  await openStations(world, chance, people.staff[0]?.openid ?? people.admin.openid)

  const agenda = new Agenda()
  for (let n = 0; n < MESSAGES; n++) {
    // More and more people use it: the density rises towards today.
    const atMs = startMs + 2 * DAY + Math.round(Math.sqrt(chance.next()) * ((DAYS + 1) * DAY - 2 * HOUR))
    new Life(world, people, chance, agenda, n).begin(atMs)
  }
  for (let day = 1; day < DAYS + 3; day++) agenda.plan(startMs + day * DAY, () => doors.runJobs())
  await agenda.live(nowMs - 60_000, (atMs) => doors.setClock(atMs))
}
