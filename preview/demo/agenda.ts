/** What will happen, in the order of time; ties in the order they were planned. */
export class Agenda {
  #items: { atMs: number; order: number; run: () => Promise<void> }[] = []
  #order = 0

  plan(atMs: number, run: () => Promise<void>): void {
    const item = { atMs, order: this.#order++, run }
    let low = 0
    let high = this.#items.length
    while (low < high) {
      const middle = (low + high) >> 1
      const other = this.#items[middle]
      if (other && (other.atMs > item.atMs || (other.atMs === item.atMs && other.order > item.order))) low = middle + 1
      else high = middle
    }
    this.#items.splice(low, 0, item)
  }

  /** Lives through everything before `endMs`; what would come later stays in the future, undone. */
  async live(endMs: number, setClock: (nowMs: number) => void): Promise<void> {
    for (let item = this.#items.pop(); item && item.atMs < endMs; item = this.#items.pop()) {
      setClock(item.atMs)
      await item.run()
    }
  }
}
