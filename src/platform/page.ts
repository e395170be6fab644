import Taro from '@tarojs/taro'
import { useEffect } from 'react'

export const endPullDown = (): void => void Taro.stopPullDownRefresh()

/** The words in WeChat's own title bar; on H5 the page draws its own (Screen) and this names the tab. */
export function useTitle(title: string): void {
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])
}

export const scrollTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })

export const isH5 = process.env.TARO_ENV === 'h5'
