import type { Role } from '#contract/vocabulary'

/**
 * ONE table: who may do what at all. Whether it may be done to this message in this state is the workflow's table.
 * Deny by default: what is not written here nobody may do.
 */
export const capabilities = [
  'self',
  'messages.read',
  'messages.own',
  'messages.submit',
  'photos.upload',
  'messages.handle',
  'messages.report',
  'messages.forward',
  'messages.tasks',
  'messages.oversee',
  'messages.moderate',
  'messages.assign',
  'units.read',
  'deputies.read',
  'staff.read',
  'officials.manage',
  'staff.manage',
  'stations.manage',
] as const
export type Capability = (typeof capabilities)[number]

const visitor: Capability[] = ['self', 'messages.read', 'messages.own', 'photos.upload']
const citizen: Capability[] = [...visitor, 'messages.submit']
const deputy: Capability[] = [...citizen, 'messages.tasks', 'messages.handle', 'messages.forward', 'units.read']
const unit: Capability[] = [...citizen, 'messages.tasks', 'messages.report']
const staff: Capability[] = [
  ...citizen,
  'messages.oversee',
  'messages.moderate',
  'messages.assign',
  'messages.forward',
  'units.read',
  'deputies.read',
  'staff.read',
  'officials.manage',
  'stations.manage',
]
const admin: Capability[] = [...staff, 'staff.manage']

/** A Map, not an object: no role named `__proto__` or `constructor` finds anything. */
const table = new Map<string, ReadonlySet<string>>(
  Object.entries({ visitor, citizen, deputy, unit, staff, admin } satisfies Record<Role, Capability[]>).map(([role, list]) => [
    role,
    new Set(list),
  ]),
)

export const can = (actor: { role: string }, capability: string): boolean => table.get(actor.role)?.has(capability) ?? false
