import { cut, decodeCursor, encodeCursor } from '../../cloudfunctions/kernel/cursor'
import { Refusal } from '../../cloudfunctions/kernel/refusal'
import { cursor as schema } from '#contract/fields'
import { safeParse } from 'valibot'

const forge = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a cursor', () => {
  it.each([{ value: 1_700_000_000_000, id: 'abc_-9' }, { value: 'id-1', id: 'id-1' }])('brings back its position %j', (position) => {
    expect(decodeCursor('newest', encodeCursor('newest', position))).toEqual(position)
  })
  it('fits the contract', () => {
    expect(safeParse(schema, encodeCursor('hottest', { value: 1_700_000_000_000.5, id: 'x'.repeat(64) })).success).toBe(true)
  })
  it('of another list is refused', () => {
    expect(() => decodeCursor('hottest', encodeCursor('newest', { value: 1, id: 'a' }))).toThrow(Refusal)
  })
  it.each([
    'AAAA',
    forge(null),
    forge({}),
    forge(['newest', 1]),
    forge(['newest', { $gt: 0 }, 'a']),
    forge(['newest', 1, { $ne: null }]),
    forge(['newest', 1, 'a', 2]),
    forge(['newest', null, 'a']),
    forge(['newest', '$where', 'a']),
    forge(['newest', 1, 'a b']),
  ])('that was forged is refused as invalid: %s', (forged) => {
    expect(() => decodeCursor('newest', forged)).toThrow(expect.objectContaining({ code: 'invalid', details: expect.objectContaining({ field: 'cursor' }) }))
  })
})

it('a page asks for one more to know whether there is a next', () => {
  const rows = [1, 2, 3]
  const position = (n: number) => ({ value: n, id: `r${n}` })
  expect(cut('l', rows, 3, position)).toEqual({ items: rows })
  expect(cut('l', rows, 2, position)).toEqual({ items: [1, 2], next: encodeCursor('l', { value: 2, id: 'r2' }) })
  expect(cut('l', [], 2, position)).toEqual({ items: [] })
})
