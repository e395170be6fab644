import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { useRead } from './useRead'

/** Who I am and what waits for me; asked anew whenever the page is shown again. */
export function useMe() {
  const me = useRead('me.read', {})
  const first = useRef(true)
  useDidShow(() => {
    if (first.current) first.current = false
    else void me.reload()
  })
  return me
}
