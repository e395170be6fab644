import { settings } from '#settings'
import type { MessagePage } from '#contract/views'
import type { Agenda } from './agenda'
import type { DemoPerson, People } from './people'
import { takePhoto } from './photos'
import type { Chance } from './random'
import { categoriesWithStories, tell, type Story } from './stories'
import type { World } from './world'

const HOUR = 60 * 60 * 1000

const praise = ['很快就有人来看了，谢谢。', '问题解决了，邻居们都说好。', '态度好，办得实在。', '比想的快，点赞。']
const blame = ['只修了一半，另一头还是老样子。', '刚修好两天又坏了。', '答复看了，现场还没有变化。']
const refusals = ['内容里有他人的姓名和住址，请去掉后重新发。', '内容不完整，看不出是哪里的问题。']

/** The life of one demo message, step after step, each as its person would do it in the app. */
export class Life {
  readonly #story: Story
  readonly #author: DemoPerson
  readonly #town: string
  #page: MessagePage | undefined

  constructor(
    private readonly world: World,
    private readonly people: People,
    private readonly chance: Chance,
    private readonly agenda: Agenda,
    n: number,
  ) {
    this.#story = tell(categoriesWithStories[n % categoriesWithStories.length] ?? 'other', chance)
    this.#author = chance.pick(people.citizens)
    this.#town = chance.happens(0.3) ? 'hutang' : chance.pick(settings.towns).id
  }

  begin(atMs: number): void {
    this.agenda.plan(atMs, () => this.#submit(atMs))
  }

  #later(fromMs: number, minHours: number, maxHours: number, step: (atMs: number) => Promise<void>): void {
    const atMs = fromMs + Math.round((minHours + this.chance.next() * (maxHours - minHours)) * HOUR)
    this.agenda.plan(atMs, () => step(atMs))
  }

  get #message(): { id: string; version: number } {
    if (!this.#page) throw new Error('this message was not sent yet')
    return { id: this.#page.id, version: this.#page.version }
  }

  #clerk(): string {
    return this.chance.pick(this.people.staff).openid
  }

  #body(text = this.#story.text, photos: string[] = []) {
    return {
      kind: this.#story.kind,
      category: this.#story.category,
      text,
      photos,
      town: this.#town,
      ...(this.#story.place ? { place: { name: this.#story.place } } : {}),
      visibility: this.chance.happens(0.07) ? ('deputies' as const) : ('public' as const),
    }
  }

  async #takePhotos(openid: string, count: number): Promise<string[]> {
    if (count === 0) return []
    const { paths } = await this.world.act(openid, 'photos.prepare', { count })
    return Promise.all(paths.map((path) => this.world.doors.upload(openid, path, takePhoto(this.chance))))
  }

  async #submit(atMs: number): Promise<void> {
    const photos = await this.#takePhotos(this.#author.openid, this.chance.happens(0.3) ? this.chance.between(1, 3) : 0)
    this.#page = await this.world.act(this.#author.openid, 'messages.submit', this.#body(this.#story.text, photos))
    if (this.chance.happens(0.02)) return this.#later(atMs, 0.2, 1, () => this.#withdraw())
    this.#later(atMs, 0.3, 20, (at) => this.#moderate(at))
  }

  async #withdraw(): Promise<void> {
    this.#page = await this.world.act(this.#author.openid, 'messages.withdraw', this.#message)
  }

  async #moderate(atMs: number): Promise<void> {
    const luck = this.chance.next()
    if (luck < 0.05) {
      const reason = this.chance.pick(refusals)
      this.#page = await this.world.act(this.#clerk(), 'messages.moderate', { ...this.#message, decision: 'reject', reason })
    } else if (luck < 0.1) {
      const reason = '请补充具体的位置和时间，方便代表去看。'
      this.#page = await this.world.act(this.#clerk(), 'messages.moderate', { ...this.#message, decision: 'askChanges', reason })
      if (this.chance.happens(0.6)) this.#later(atMs, 2, 40, (at) => this.#edit(at))
    } else await this.#approve(atMs)
  }

  async #edit(atMs: number): Promise<void> {
    const body = this.#body(`${this.#story.text}（补充：每天傍晚六点到八点最明显。）`)
    this.#page = await this.world.act(this.#author.openid, 'messages.edit', { ...this.#message, body })
    this.#later(atMs, 1, 20, (at) => this.#approve(at))
  }

  async #approve(atMs: number): Promise<void> {
    this.#page = await this.world.act(this.#clerk(), 'messages.moderate', { ...this.#message, decision: 'approve' })
    if (this.#page.visibility === 'public') this.#planLikes(atMs)
    if (this.chance.happens(0.015)) return this.#later(atMs, 2, 30, () => this.#hide())
    this.#later(atMs, 0.5, 30, (at) => this.#assign(at))
  }

  async #hide(): Promise<void> {
    this.#page = await this.world.act(this.#clerk(), 'messages.moderate', { ...this.#message, decision: 'hide', reason: '照片里出现了他人的车牌，先隐藏核实。' })
  }

  #planLikes(atMs: number): void {
    const popularity = this.chance.next() ** 8
    const fans = [...this.people.citizens].sort(() => this.chance.next() - 0.5).slice(0, Math.round(popularity * 26))
    this.#later(atMs, 1, 60, async () => {
      if (this.#page?.moderation.state !== 'approved') return
      for (let at = 0; at < fans.length; at += 8) {
        await Promise.all(fans.slice(at, at + 8).map((fan) => this.world.act(fan.openid, 'likes.set', { id: this.#message.id, liked: true })))
      }
    })
  }

  async #assign(atMs: number): Promise<void> {
    const clerk = this.#clerk()
    const { candidates } = await this.world.act(clerk, 'routing.propose', { id: this.#message.id })
    const first = candidates[0]
    if (!first) throw new Error('demo: nobody to assign to')
    this.#page = await this.world.act(clerk, 'messages.assign', { ...this.#message, deputyId: first.deputyId })
    if (this.chance.happens(0.03)) return this.#later(atMs, 2, 20, (at) => this.#decline(at))
    this.#later(atMs, 3, 60, (at) => this.#remark(at))
  }

  get #deputy(): string {
    const id = this.#page?.handling.deputy?.id
    const deputy = this.people.deputies.find((one) => one.recordId === id)
    if (!deputy) throw new Error(`demo: no deputy ${id}`)
    return deputy.openid
  }

  async #decline(atMs: number): Promise<void> {
    this.#page = await this.world.act(this.#deputy, 'messages.decline', { ...this.#message, reason: '近期在外地学习，怕耽误，请转给其他代表。' })
    this.#later(atMs, 1, 20, (at) => this.#assign(at))
  }

  async #remark(atMs: number): Promise<void> {
    this.#page = await this.world.act(this.#deputy, 'messages.remark', { ...this.#message, text: this.#story.remark })
    if (['question', 'thanks'].includes(this.#story.kind)) return this.#later(atMs, 6, 60, (at) => this.#answer(at))
    this.#later(atMs, 1, 20, (at) => this.#forward(at))
  }

  async #forward(atMs: number): Promise<void> {
    const unit = this.people.units.find((one) => one.subjects.includes(this.#story.category)) ?? this.people.units[0]
    if (!unit) throw new Error('demo: no units')
    this.#page = await this.world.act(this.#deputy, 'messages.forward', { ...this.#message, unitId: unit.recordId, text: '请到现场核实，并告诉我办理的时间。' })
    this.#later(atMs, 20, 110, (at) => this.#report(at, unit.openid, false))
  }

  async #report(atMs: number, unit: string, completed: boolean): Promise<void> {
    const photos = completed ? await this.#takePhotos(unit, 1) : []
    const text = completed ? this.#story.report : '已派人到现场查看，正在定方案。'
    this.#page = await this.world.act(unit, 'messages.progress', { ...this.#message, text, photos, completed })
    if (completed) this.#later(atMs, 2, 40, (at) => this.#answer(at))
    else this.#later(atMs, 20, 150, (at) => this.#report(at, unit, true))
  }

  async #answer(atMs: number): Promise<void> {
    this.#page = await this.world.act(this.#deputy, 'messages.answer', { ...this.#message, text: this.#story.answer })
    if (this.chance.happens(0.06)) this.#later(atMs, 0.5, 3, (at) => this.#correct(at))
    else if (this.chance.happens(0.8)) this.#later(atMs, 4, 120, (at) => this.#judge(at))
  }

  async #correct(atMs: number): Promise<void> {
    const answer = this.#page?.timeline.filter((entry) => entry.type === 'answered').pop()
    if (!answer) throw new Error('demo: no answer to correct')
    this.#page = await this.world.act(this.#deputy, 'messages.correct', { ...this.#message, entryId: answer.id, text: `${this.#story.answer}（更正：以现场公告的时间为准。）` })
    this.#later(atMs, 4, 100, (at) => this.#judge(at))
  }

  async #judge(atMs: number): Promise<void> {
    const again = (this.#page?.reopened ?? 0) > 0
    const result = again || this.chance.happens(0.72) ? 'solved' : this.chance.happens(0.6) ? 'partly' : 'unsolved'
    const word = this.chance.happens(0.6) ? { word: this.chance.pick(result === 'solved' ? praise : blame) } : {}
    const stars = result === 'solved' ? this.chance.between(4, 5) : this.chance.between(1, 3)
    this.#page = await this.world.act(this.#author.openid, 'messages.judge', { ...this.#message, result, stars, ...word })
    if (word.word) this.#later(atMs, 0.5, 12, () => this.#readWord())
    if (result !== 'solved') this.#later(atMs, 20, 90, (at) => this.#answer(at))
  }

  async #readWord(): Promise<void> {
    this.#page = await this.world.act(this.#clerk(), 'messages.moderate', { ...this.#message, decision: 'approveWord' })
  }
}
