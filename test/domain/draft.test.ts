import type { MessageBody } from '#contract/fields'
import {
  bodyOf,
  check,
  earlierWordings,
  emptyDraft,
  firstOf,
  forKeeping,
  isDraft,
  isWorthKeeping,
  personalNumber,
  refused,
  sending,
  startAnew,
  unanswered,
  wordsForKeeping,
  wrongIn,
  type Draft,
} from '../../src/citizen/post/draft'

const KEY = 'k'.repeat(32)
const FILE = 'cloud://env/photos/a.jpg'

const written = (change: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(KEY),
  text: '公交站台夜里没有灯，老人下车看不清台阶。',
  category: 'traffic',
  town: 'hutang',
  ...change,
})
function bodyFor(draft: Draft): MessageBody {
  const checked = check(draft)
  if (!checked.ok) throw new Error(JSON.stringify(checked.wrong))
  return checked.body
}

describe('what is sent', () => {
  it('is trimmed, with the place as far as it is known and the stored photos only', () => {
    const draft = written({
      text: '  公交站台夜里没有灯，老人看不清。 ',
      placeName: ' 滆湖东路 ',
      photos: [
        { key: 'a', url: '', fileId: FILE },
        { key: 'b', url: 'local' },
      ],
    })
    expect(bodyFor(draft)).toEqual({
      kind: 'help',
      category: 'traffic',
      text: '公交站台夜里没有灯，老人看不清。',
      photos: [FILE],
      town: 'hutang',
      place: { name: '滆湖东路' },
      visibility: 'public',
    })
    expect(bodyOf(written())).not.toHaveProperty('place')
  })
  it('is refused field by field, each with its sentence', () => {
    const checked = check({ ...emptyDraft(KEY), text: '太短' })
    expect(checked).toEqual({ ok: false, wrong: { text: '留言内容至少写 10 个字。', category: '请选择类别。', town: '请选择镇、街道。' } })
  })
})

describe('a fault', () => {
  it('is told from the top of the form down', () => {
    expect(firstOf(wrongIn({ ...emptyDraft(KEY), text: '太短' }, true))).toBe('留言内容至少写 10 个字。')
    expect(firstOf(wrongIn(written({ town: '', category: '' }), true))).toBe('请选择镇、街道。')
  })
  it('is not told before sending was tried, and goes when it is mended', () => {
    expect(wrongIn(emptyDraft(KEY), false)).toEqual({})
    expect(wrongIn(written(), true)).toEqual({})
  })
  it('that only the cloud knew stands beside its field', () => {
    expect(wrongIn(written(), true, { message: '照片编号不对，请重新选择。', field: 'photos.0' })).toEqual({ photos: '照片编号不对，请重新选择。' })
    expect(wrongIn(written(), true, { message: '太快了' })).toEqual({})
  })
})

describe('a kept draft', () => {
  it('comes back as it was, a stored photo without its expiring address', () => {
    const draft = sending(written({ point: { lat: 31.7, lon: 119.9 }, photos: [{ key: 'a', url: 'https://x', fileId: FILE }] }), bodyFor(written()))
    const back: unknown = JSON.parse(JSON.stringify(forKeeping(draft)))
    expect(isDraft(back)).toBe(true)
    expect(back).toEqual({ ...draft, photos: [{ key: 'a', url: '', fileId: FILE }] })
  })
  it('keeps its words when there is no room for pictures', () => {
    const draft = written({ photos: [{ key: 'a', url: 'x'.repeat(100) }, { key: 'b', url: 'y', fileId: FILE }] })
    expect(wordsForKeeping(draft)).toEqual({ ...draft, photos: [{ key: 'b', url: '', fileId: FILE }] })
  })
  it.each([undefined, null, '', {}, { ...emptyDraft(KEY), kind: 'joke' }, { ...emptyDraft('short') }, { ...emptyDraft(KEY), attempts: [{}] }])(
    'that is none is not taken up: %j',
    (value) => expect(isDraft(value)).toBe(false),
  )
  it('is worth keeping when something was written, chosen as a photo, or sent', () => {
    expect(isWorthKeeping(emptyDraft(KEY))).toBe(false)
    expect(isWorthKeeping({ ...emptyDraft(KEY), text: ' \n' })).toBe(false)
    expect(isWorthKeeping({ ...emptyDraft(KEY), photos: [{ key: 'a', url: 'x' }] })).toBe(true)
    expect(isWorthKeeping(sending(emptyDraft(KEY), bodyFor(written())))).toBe(true)
  })
})

describe('sending', () => {
  it('remembers each wording once and never changes the key', () => {
    const first = written()
    const edited = written({ text: '公交站台夜里没有灯，请尽快装上路灯。' })
    const once = sending(first, bodyFor(first))
    const twice = sending(once, bodyFor(first))
    const other = sending({ ...twice, text: edited.text }, bodyFor(edited))
    expect(twice).toEqual(once)
    expect(other.attempts).toEqual([bodyFor(first), bodyFor(edited)])
    expect(other.key).toBe(KEY)
  })
  it('says whether an unanswered send is still what is written', () => {
    const draft = written()
    expect(unanswered(draft)).toBe('none')
    const sent = sending(draft, bodyFor(draft))
    expect(unanswered(sent)).toBe('same')
    expect(unanswered({ ...sent, text: `${sent.text} ` })).toBe('same')
    expect(unanswered({ ...sent, text: `${sent.text}请尽快。` })).toBe('edited')
    expect(unanswered({ ...sent, text: '' })).toBe('edited')
  })
  it('forgets a wording that was clearly refused, but not one that may still be on its way', () => {
    const draft = written()
    const sent = sending(draft, bodyFor(draft))
    expect(unanswered(refused(sent, draft))).toBe('none')
    expect(unanswered(refused(sending(sent, bodyFor(draft)), sent))).toBe('same')
  })
})

describe('after `key_reused`', () => {
  it('the earlier wordings are asked for, the newest first, and not the present one', () => {
    const texts = ['第一次写的内容，已经有十个字了。', '第二次写的内容，已经有十个字了。', '第三次写的内容，已经有十个字了。']
    const bodies = texts.map((text) => bodyFor(written({ text })))
    const draft = bodies.reduce(sending, written())
    expect(earlierWordings(draft, bodyFor(written({ text: texts[2] ?? '' }))).map((body) => body.text)).toEqual([texts[1], texts[0]])
  })
  it('what is written now is kept as a draft of its own, with a new key and nothing sent', () => {
    const draft = sending(written(), bodyFor(written()))
    const anew = startAnew({ ...draft, text: '改过以后的内容，也有十个字。' }, 'n'.repeat(32))
    expect(anew).toEqual({ ...written(), text: '改过以后的内容，也有十个字。', key: 'n'.repeat(32), attempts: [] })
    expect(unanswered(anew)).toBe('none')
  })
})

describe('a number that should not be public', () => {
  it.each([
    ['联系电话 138 0013 8000，希望尽快', '手机号'],
    ['电话13800138000。', '手机号'],
    ['打 +86-138-0013-8000', '手机号'],
    ['身份证 32040419900101123X 办不了', '身份证号'],
    ['320404199001011234', '身份证号'],
    ['公交 12345 热线，2026 年 11 月 23 日 19:40', undefined],
    ['订单号 4200001234202611231234567890', undefined],
    ['电话 0519-12345678', undefined],
  ])('%s', (text, found) => expect(personalNumber(text)).toBe(found))
})
