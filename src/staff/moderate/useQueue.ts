import { useCallback, useRef } from 'react'
import { call } from '../../platform/cloud'

/** The next message that waits for a decision, leaving out what was looked at in this sitting. */
export function useQueue() {
  const seen = useRef(new Set<string>())
  return useCallback(async (after: string): Promise<string | undefined> => {
    seen.current.add(after)
    let cursor: string | undefined
    do {
      const page = await call('messages.box', { box: 'moderate', ...(cursor === undefined ? {} : { cursor }) })
      if (!page.ok) return undefined
      const next = page.data.items.find((card) => !seen.current.has(card.id))
      if (next) return next.id
      cursor = page.data.next
    } while (cursor !== undefined)
    return undefined
  }, [])
}
