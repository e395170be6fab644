import { canonical, keyedId, seal, unseal } from '../../cloudfunctions/kernel/ids'
import { firstAdminCode } from '../../cloudfunctions/kernel/secrets'
import { isOwnPhoto, issuePath } from '../../cloudfunctions/photos/paths'
import { fileId } from '#contract/fields'
import { safeParse } from 'valibot'

const before = process.env.KEY_SECRET
beforeEach(() => {
  process.env.KEY_SECRET = 'a secret for tests only'
})
afterAll(() => {
  if (before === undefined) delete process.env.KEY_SECRET
  else process.env.KEY_SECRET = before
})

describe('keyed ids', () => {
  it('depend on every part and on where one part ends', () => {
    const ids = [keyedId('like', 'ab', 'c'), keyedId('like', 'a', 'bc'), keyedId('like', 'abc'), keyedId('person', 'ab', 'c')]
    expect(new Set(ids).size).toBe(4)
  })
  it('are not made without a secret', () => {
    delete process.env.KEY_SECRET
    expect(() => keyedId('person', 'x')).toThrow(/KEY_SECRET/)
  })
  it('make nobody the first administrator without a code', () => {
    delete process.env.FIRST_ADMIN_CODE
    expect(firstAdminCode()).toBeUndefined()
    process.env.FIRST_ADMIN_CODE = ''
    expect(firstAdminCode()).toBeUndefined()
    delete process.env.FIRST_ADMIN_CODE
  })
})

it('a body is the same whatever the order of its keys', () => {
  expect(canonical({ b: [1, { d: 1, c: undefined }], a: 'x' })).toBe(canonical({ a: 'x', b: [1, { d: 1 }] }))
  expect(canonical({ a: ['b'] })).not.toBe(canonical({ a: ['c'] }))
})

describe('a sealed phone number', () => {
  it('opens for its owner only', () => {
    const sealed = seal('13800138000', 'person-1')
    expect(sealed).not.toContain('13800138000')
    expect(unseal(sealed, 'person-1')).toBe('13800138000')
    expect(() => unseal(sealed, 'person-2')).toThrow()
  })
  it('never looks the same twice', () => {
    expect(seal('13800138000', 'person-1')).not.toBe(seal('13800138000', 'person-1'))
  })
})

describe('an upload path', () => {
  const path = () => issuePath('person-1')
  it('is accepted back from the person it was issued to, with and without a bucket', () => {
    const issued = path()
    for (const id of [`cloud://env-1/${issued}`, `cloud://env-1.6162-env-1-123/${issued}`]) {
      expect(safeParse(fileId, id).success).toBe(true)
      expect(isOwnPhoto(id, 'person-1', 'env-1')).toBe(true)
    }
  })
  it.each([
    ['of another person', () => [`cloud://env-1/${path()}`, 'person-2', 'env-1'] as const],
    ['in another environment', () => [`cloud://env-2.bucket/${path()}`, 'person-1', 'env-1'] as const],
    ['in an unknown environment', () => [`cloud://env-1.bucket/${path()}`, 'person-1', undefined] as const],
    ['under another folder', () => [`cloud://env-1.bucket/x/${path()}`, 'person-1', 'env-1'] as const],
    ['with a way up', () => [`cloud://env-1.bucket/photos/../${path()}`, 'person-1', 'env-1'] as const],
    ['with a changed signature', () => [`cloud://env-1.bucket/${path().replace(/.\.jpg$/, (end) => (end === 'A.jpg' ? 'B.jpg' : 'A.jpg'))}`, 'person-1', 'env-1'] as const],
    ['with something behind it', () => [`cloud://env-1.bucket/${path()}.html`, 'person-1', 'env-1'] as const],
  ])('is refused %s', (_, make) => {
    const [id, person, env] = make()
    expect(isOwnPhoto(id, person, env)).toBe(false)
  })
  it('tells nothing of its owner', () => {
    expect(path()).not.toContain('person')
    expect(path().slice(7, 23)).not.toBe(path().slice(7, 23))
  })
})
