import Taro from '@tarojs/taro'

/** A sentence that goes away by itself: for what went well, never for what a person must act on. */
export function toast(title: string): void {
  last = { title, atMs: Date.now() }
  void Taro.showToast({ title, icon: 'none', duration: 2500 })
}

let last = { title: '', atMs: 0 }

/** H5 takes a notice away with the page it was shown on: what was said just before leaving is said again on arrival. */
export function toastOnArrival(): void {
  const { title, atMs } = last
  if (process.env.TARO_ENV === 'h5' && Date.now() - atMs < 500) setTimeout(() => toast(title), 400)
}

export async function confirm(ask: { title: string; text: string; yes: string; no?: string; danger?: boolean }): Promise<boolean> {
  const { confirm: yes } = await Taro.showModal({
    title: ask.title,
    content: ask.text,
    confirmText: ask.yes,
    cancelText: ask.no ?? '先不',
    confirmColor: ask.danger ? '#B3261E' : '#1B6E5A',
    cancelColor: '#5B626B',
  })
  return yes
}

/** The index of the chosen label; undefined when the sheet was closed. */
export async function chooseOne(labels: string[]): Promise<number | undefined> {
  try {
    return (await Taro.showActionSheet({ itemList: labels })).tapIndex
  } catch {
    return undefined
  }
}
