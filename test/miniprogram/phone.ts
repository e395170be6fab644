import path from 'node:path'
import simulate from 'miniprogram-simulate'
import { request } from './cloud'

const root = path.resolve(__dirname, '../../dist/weapp')

interface TaroNode {
  sid?: string
  uid?: string
  nn?: string
  cl?: string
  v?: string
  cn?: TaroNode[]
  [prop: string]: unknown
}
type PageInstance = Record<string, unknown> & { data: { root?: TaroNode }; route?: string }
type PageDefinition = Record<string, unknown> & { data?: object }

/** What WeChat would have been asked to do. */
export interface Asked {
  navigateTo: string[]
  toasts: string[]
}

interface Answerer {
  (name: string, data: unknown): Promise<unknown>
}

/**
 * A phone with the compiled mini-program on it. `wx` is WeChat's, as far as the pages under test use it; its cloud is
 * the real emulator. What is not here throws by its absence, so a page cannot lean on an API nobody thought of.
 */
export class Phone {
  readonly asked: Asked = { navigateTo: [], toasts: [] }
  readonly storage = new Map<string, unknown>()
  /** Runs before each call of the cloud: lets a test take the network away. */
  before: Answerer = async () => undefined
  #pages: PageInstance[] = []
  #app: Record<string, unknown> = {}

  constructor(
    private readonly cloudUrl: string,
    public openid: string,
  ) {}

  /** Starts the mini-program, as WeChat does before the first page. */
  launch(): void {
    jest.resetModules()
    const scope = globalThis as Record<string, unknown>
    scope.wx = this.#wx()
    scope.App = (app: Record<string, unknown>) => {
      this.#app = app
    }
    scope.getApp = () => this.#app
    scope.getCurrentPages = () => this.#pages
    scope.Page = (page: PageDefinition) => {
      const { data, ...methods } = page
      ;(scope.Component as (definition: object) => void)({ data: data ?? {}, methods })
    }
    for (const file of ['runtime', 'taro', 'vendors', 'common', 'app']) jest.requireActual(path.join(root, `${file}.js`))
    const start = { path: 'pages/messages/index', query: {}, scene: 1001 }
    ;(this.#app.onLaunch as (options: object) => void)(start)
    ;(this.#app.onShow as (options: object) => void)(start)
  }

  /** Opens a page and answers it once it is drawn. */
  async open(route: string, query: Record<string, string> = {}): Promise<OpenPage> {
    const id = simulate.load(path.join(root, route), { compiler: 'official', rootPath: root })
    const component = simulate.render(id)
    component.attach(document.createElement('div'))
    const instance = component.instance as unknown as PageInstance
    instance.route = route
    instance.options = query
    this.#pages = [instance]
    await run(instance, 'onLoad', query)
    await run(instance, 'onShow')
    await run(instance, 'onReady')
    return new OpenPage(instance)
  }

  #wx(): Record<string, unknown> {
    const done = async () => ({})
    const listeners = () => undefined
    return {
      env: { USER_DATA_PATH: '' },
      canIUse: () => true,
      getSystemInfoSync: () => ({ platform: 'devtools', SDKVersion: '3.7.0', windowWidth: 390, windowHeight: 844, pixelRatio: 2 }),
      getWindowInfo: () => ({ windowWidth: 390, windowHeight: 844, pixelRatio: 2, safeArea: { bottom: 844 } }),
      getAppBaseInfo: () => ({ SDKVersion: '3.7.0' }),
      getDeviceInfo: () => ({ platform: 'devtools' }),
      getLaunchOptionsSync: () => ({ path: '', query: {} }),
      getEnterOptionsSync: () => ({ path: '', query: {} }),
      nextTick: (step: () => void) => setTimeout(step, 0),
      onNetworkStatusChange: listeners,
      onNetworkWeakChange: listeners,
      setNavigationBarTitle: done,
      stopPullDownRefresh: done,
      pageScrollTo: done,
      hideHomeButton: done,
      getStorageSync: (key: string) => this.storage.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => void this.storage.set(key, value),
      removeStorageSync: (key: string) => void this.storage.delete(key),
      showToast: ({ title, success }: { title: string; success?: (result: object) => void }) => {
        this.asked.toasts.push(title)
        success?.({})
      },
      showModal: ({ success }: { success?: (result: object) => void }) => success?.({ confirm: true, cancel: false }),
      navigateTo: ({ url, success }: { url: string; success?: (result: object) => void }) => {
        this.asked.navigateTo.push(url)
        success?.({})
      },
      redirectTo: ({ url, success }: { url: string; success?: (result: object) => void }) => {
        this.asked.navigateTo.push(url)
        success?.({})
      },
      cloud: {
        init: () => undefined,
        callFunction: async ({ name, data }: { name: string; data: unknown }) => {
          await this.before(name, data)
          const response = await request(`${this.cloudUrl}/fn/${name}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-wx-openid': this.openid }, body: JSON.stringify(data) })
          const result: unknown = await response.json()
          if (!response.ok) throw Object.assign(new Error('callFunction:fail'), { errMsg: `cloud.callFunction:fail -504002 ${JSON.stringify(result)}` })
          return { result, errMsg: 'cloud.callFunction:ok' }
        },
      },
    }
  }
}

async function run(instance: PageInstance, name: string, argument?: unknown): Promise<void> {
  const method = instance[name]
  if (typeof method === 'function') await (method as (this: PageInstance, argument?: unknown) => unknown).call(instance, argument)
}

/** A page as it was drawn: the tree of data that WeChat's templates are fed with. */
export class OpenPage {
  constructor(private readonly instance: PageInstance) {}

  /** Every node, each with those above it, the nearest first. */
  #nodes(): { node: TaroNode; above: TaroNode[] }[] {
    const all: { node: TaroNode; above: TaroNode[] }[] = []
    const walk = (node: TaroNode | undefined, above: TaroNode[]) => {
      if (!node) return
      all.push({ node, above })
      node.cn?.forEach((child) => walk(child, [node, ...above]))
    }
    walk(this.instance.data.root, [])
    return all
  }

  /** Every word on the page. */
  get text(): string {
    return textOf(this.instance.data.root)
  }

  /** Waits until the words on the page say so. */
  async until(words: string | RegExp, timeoutMs = 20_000): Promise<void> {
    const there = () => (typeof words === 'string' ? this.text.includes(words) : words.test(this.text))
    for (const end = Date.now() + timeoutMs; !there(); ) {
      if (Date.now() > end) throw new Error(`"${String(words)}" did not come. The page says: ${this.text}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  /** The innermost node that fits, beside these words: in the same card. */
  #find(fits: (node: TaroNode) => boolean, beside?: string): { node: TaroNode; above: TaroNode[] } {
    const all = this.#nodes()
    const found = all.filter(({ node }) => fits(node))
    const near = beside === undefined ? found : found.filter(({ above }) => above.slice(0, 2).some((node) => textOf(node).includes(beside)))
    const last = near[near.length - 1]
    if (!last) throw new Error(`nothing fits ${String(fits)} on: ${this.text}`)
    return last
  }

  /** Fires an event where WeChat would, and lets it rise as WeChat does. */
  #fire(type: string, { node, above }: { node: TaroNode; above: TaroNode[] }, detail: object = {}): void {
    const timeStamp = Date.now()
    const target = { id: node.sid, dataset: { sid: node.sid }, offsetLeft: 0, offsetTop: 0 }
    const handler = this.instance.eh as (this: PageInstance, event: object) => void
    for (const current of [node, ...above]) {
      // Words have no events of their own: WeChat's innermost target is the view around them.
      if (current.sid === undefined || current.v !== undefined) continue
      const currentTarget = { ...target, id: current.sid, dataset: { sid: current.sid } }
      handler.call(this.instance, { type, timeStamp, target, currentTarget, mark: {}, detail, touches: [], changedTouches: [] })
    }
  }

  /** Taps the innermost place with these words. */
  tap(words: string): void {
    this.#fire('tap', this.#find((node) => typeof node.v === 'string' && node.v.includes(words)))
  }

  /** Taps what a screen reader calls so; `beside` tells one card from another. */
  tapCalled(label: string, beside?: string): void {
    this.#fire('tap', this.#find((node) => Object.values(node).some((value) => typeof value === 'string' && value.startsWith(label)) && node.v === undefined, beside))
  }

  type(text: string): void {
    this.#fire('input', this.#find((node) => node.nn === 'textarea' || (typeof node.cl === 'string' && node.cl.includes('area'))), { value: text })
  }
}

const textOf = (node: TaroNode | undefined): string => (node ? (node.v ?? '') + (node.cn ?? []).map(textOf).join('') : '')
