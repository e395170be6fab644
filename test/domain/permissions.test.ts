import { roles } from '#contract/vocabulary'
import { can, capabilities } from '../../cloudfunctions/kernel/permissions'

const of = (role: string): string[] => capabilities.filter((capability) => can({ role }, capability))

describe('the permission table', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'ADMIN', 'root', ' staff'])('gives the unknown role "%s" nothing', (role) => {
    expect(of(role)).toEqual([])
  })
  it.each(['__proto__', 'constructor', 'has', '', 'toString'])('knows no capability "%s"', (capability) => {
    for (const role of roles) expect(can({ role }, capability)).toBe(false)
  })
  it('gives a citizen all that a visitor has', () => {
    expect(of('citizen')).toEqual(expect.arrayContaining(of('visitor')))
  })
  it.each(['deputy', 'unit', 'staff', 'admin'])('gives a %s all that a citizen has', (role) => {
    expect(of(role)).toEqual(expect.arrayContaining(of('citizen')))
  })
  it('gives an administrator all that staff have, and the staff besides', () => {
    expect(of('admin')).toEqual(expect.arrayContaining(of('staff')))
    expect(of('staff')).not.toContain('staff.manage')
    expect(of('admin')).toContain('staff.manage')
  })
  it.each(['messages.moderate', 'messages.assign', 'messages.oversee', 'officials.manage', 'stations.manage'])('keeps %s to staff and administrators', (capability) => {
    expect(roles.filter((role) => can({ role }, capability))).toEqual(['staff', 'admin'])
  })
  it('lets only a deputy answer and only a unit report', () => {
    expect(roles.filter((role) => can({ role }, 'messages.handle'))).toEqual(['deputy'])
    expect(roles.filter((role) => can({ role }, 'messages.report'))).toEqual(['unit'])
  })
  it('has a holder for every capability', () => {
    for (const capability of capabilities) expect(roles.some((role) => can({ role }, capability))).toBe(true)
  })
})
