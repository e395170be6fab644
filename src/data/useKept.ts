import { useCallback, useState } from 'react'
import { owned } from '../platform/owner'
import { forget, load, save } from '../platform/storage'

const isText = (value: unknown): value is string => typeof value === 'string'

/** Text that is being written, kept on the phone until it was sent: an official's draft survives closing the page. */
export function useKept(name: string) {
  const key = owned(`kept.${name}`)
  const [text, setText] = useState(() => load(key, isText) ?? '')
  const write = useCallback(
    (value: string) => {
      setText(value)
      if (value.trim() === '') forget(key)
      else save(key, value)
    },
    [key],
  )
  const drop = useCallback(() => forget(key), [key])
  return { text, write, drop }
}
