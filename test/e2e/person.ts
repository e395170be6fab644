import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'

/** Somebody at a phone: a browser of their own, who they are, and what they can see and tap. */
export class Person {
  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly url: string,
    readonly faults: string[],
  ) {}

  static async arrive(browser: Browser, url: string, openid: string): Promise<Person> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    await context.addInitScript((who) => window.localStorage.setItem('preview.openid', who), openid)
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    return new Person(page, context, url, faults)
  }

  async open(path = 'pages/messages/index'): Promise<void> {
    await this.page.goto(`${this.url}/#/${path}`)
    await this.page.reload()
  }

  /** Pages that one came from stay in the document, hidden; only what is seen counts. */
  #seen(locator: Locator): Locator {
    return locator.filter({ visible: true }).last()
  }

  words(text: string | RegExp): Locator {
    return this.#seen(this.page.getByText(text))
  }

  async reads(text: string | RegExp): Promise<void> {
    try {
      await this.words(text).waitFor()
    } catch (error) {
      // What the person saw instead says more than the words that did not come.
      await this.page.screenshot({ path: '.cache/not-seen.png' })
      throw error
    }
  }

  async tap(text: string | RegExp): Promise<void> {
    await this.reads(text)
    await this.words(text).click()
  }

  /** Taps what a screen reader calls so. */
  async tapCalled(label: string): Promise<void> {
    await this.#seen(this.page.locator(`[aria-label^="${label}"], [arialabel^="${label}"]`)).click()
  }

  async write(text: string, field = 'textarea'): Promise<void> {
    await this.#seen(this.page.locator(field)).fill(text)
  }

  /** Chooses the n-th entry of the phone's picker (the first is 0) by turning its wheel, as a thumb does. */
  async pick(row: string, entry: string): Promise<void> {
    await this.tap(row)
    const wheel = this.#seen(this.page.locator('.weui-picker__group'))
    const item = wheel.getByText(entry, { exact: true })
    await item.waitFor()
    const [box, target] = [await wheel.boundingBox(), await item.boundingBox()]
    if (!box || !target) throw new Error(`no picker for ${row}`)
    const x = box.x + box.width / 2
    const middle = box.y + box.height / 2
    const touch = await this.context.newCDPSession(this.page)
    const at = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
    const way = middle - (target.y + target.height / 2)
    await at('touchStart', middle)
    for (let step = 1; step <= 8; step++) await at('touchMove', middle + (way * step) / 8)
    await at('touchEnd', middle + way)
    await this.#seen(this.page.locator('.weui-picker__action', { hasText: '确定' })).click()
  }

  async leave(): Promise<void> {
    await this.context.close()
  }
}
