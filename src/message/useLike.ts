import { useCallback, useRef } from 'react'
import { call, newKey } from '../platform/cloud'
import { toast } from '../platform/notice'

interface Likable {
  id: string
  liked: boolean
  likes: number
}

/**
 * Shows a like at once and puts it right if the server disagrees. While one is on its way, only the last wish counts:
 * the action sets a state and is no toggle, so quick taps cannot get out of step.
 */
export function useLike(show: (id: string, change: { liked: boolean; likes: number }) => void) {
  const wishes = useRef(new Map<string, boolean>())

  return useCallback(
    async (item: Likable) => {
      const liked = !item.liked
      show(item.id, { liked, likes: Math.max(0, item.likes + (liked ? 1 : -1)) })
      const running = wishes.current.has(item.id)
      wishes.current.set(item.id, liked)
      if (running) return
      let settled = { liked: item.liked, likes: item.likes }
      for (let wish = wishes.current.get(item.id); wish !== undefined && wish !== settled.liked; wish = wishes.current.get(item.id)) {
        const answer = await call('likes.set', { id: item.id, liked: wish }, newKey())
        if (!answer.ok) {
          toast(answer.error.message)
          break
        }
        settled = { liked: answer.data.liked, likes: answer.data.likes }
      }
      wishes.current.delete(item.id)
      show(item.id, settled)
    },
    [show],
  )
}
