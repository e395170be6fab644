import { useDidHide, useUnload } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FormPhoto } from '../../data/usePhotos'
import { newKey } from '../../platform/cloud'
import { forget, load, save } from '../../platform/storage'
import { emptyDraft, forKeeping, isDraft, isWorthKeeping, type Draft } from './draft'

const SAVE_AFTER_MS = 400

/** The draft as it is kept on the phone: saved while typing, and at once when the page goes away. */
export function useDraft(slot: string) {
  const [draft, setDraft] = useState<Draft>(() => load(slot, isDraft) ?? emptyDraft(newKey()))
  const [restored, setRestored] = useState(() => isWorthKeeping(draft))
  const [saved, setSaved] = useState(restored)
  const now = useRef(draft)

  const write = useCallback(() => {
    if (isWorthKeeping(now.current)) setSaved(save(slot, forKeeping(now.current)))
    else forget(slot)
  }, [slot])

  useEffect(() => {
    const timer = setTimeout(write, SAVE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [draft, write])
  useDidHide(write)
  useUnload(write)

  const change = useCallback((step: (old: Draft) => Draft) => {
    now.current = step(now.current)
    setSaved(false)
    setDraft(now.current)
  }, [])
  /** For what must not be lost even if the phone dies in the next moment. */
  const changeAndSave = useCallback(
    (step: (old: Draft) => Draft) => {
      change(step)
      write()
    },
    [change, write],
  )
  const changePhotos = useCallback((step: (old: FormPhoto[]) => FormPhoto[]) => change((old) => ({ ...old, photos: step(old.photos) })), [change])
  const discard = useCallback(() => {
    now.current = emptyDraft(newKey())
    forget(slot)
    setRestored(false)
    setDraft(now.current)
  }, [slot])

  return { draft, restored, saved, change, changePhotos, changeAndSave, discard, current: () => now.current }
}
