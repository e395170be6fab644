import Taro from '@tarojs/taro'
import { toastOnArrival } from './notice'
import { routes } from './routes'

const isTab = (url: string): boolean => url === routes.messages || url === routes.me
/** WeChat keeps ten pages at most; from there on a new one takes the place of the last. */
const DEEPEST = 10

export const depth = (): number => Taro.getCurrentPages().length

export function go(url: string): void {
  if (isTab(url)) void Taro.switchTab({ url })
  else if (depth() >= DEEPEST) void Taro.redirectTo({ url })
  else void Taro.navigateTo({ url })
}

export function replace(url: string): void {
  toastOnArrival()
  void (isTab(url) ? Taro.switchTab({ url }) : Taro.redirectTo({ url }))
}

/** Goes back; a page that was opened by a shared link has nothing behind it, so it goes to the list. */
export function back(): void {
  toastOnArrival()
  if (depth() > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: routes.messages })
}

