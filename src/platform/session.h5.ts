const KEY = 'preview.openid'

/** Who the preview is. WeChat knows that by itself; a laptop has to be told. */
export const currentOpenid = (): string => window.localStorage.getItem(KEY) ?? 'demo-visitor'

export function become(openid: string): void {
  window.localStorage.setItem(KEY, openid)
  window.location.reload()
}
