import { useDidHide, useUnload } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FormPhoto } from '../../data/formPhoto'
import { newKey } from '../../platform/cloud'
import { owned } from '../../platform/owner'
import { forget, load, save } from '../../platform/storage'
import { emptyDraft, forKeeping, isDraft, isWorthKeeping, wordsForKeeping, type Draft } from './draft'

/** The most that typing without a pause can lose. */
const SAVE_AFTER_MS = 400

export type Saved = 'no' | 'yes' | 'noRoom'

/** The draft as it is kept on the phone: saved while typing, and at once when the page goes away. */
export function useDraft(name: string) {
  const slot = owned(name)
  const [draft, setDraft] = useState<Draft>(() => load(slot, isDraft) ?? emptyDraft(newKey()))
  const [restored, setRestored] = useState(() => isWorthKeeping(draft))
  const [saved, setSaved] = useState<Saved>(restored ? 'yes' : 'no')
  const now = useRef(draft)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const gone = useRef(false)

  const write = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    if (!isWorthKeeping(now.current)) {
      forget(slot)
      setSaved('no')
    } else setSaved(save(slot, forKeeping(now.current)) || save(slot, wordsForKeeping(now.current)) ? 'yes' : 'noRoom')
  }, [slot])

  // Only what still waits is written on leaving: a draft that was sent or discarded must not come back.
  const leave = useCallback(() => {
    if (timer.current !== undefined) write()
  }, [write])
  useDidHide(leave)
  useUnload(leave)
  useEffect(() => {
    gone.current = false
    return () => {
      leave()
      gone.current = true
    }
  }, [leave])

  const change = useCallback(
    (step: (old: Draft) => Draft) => {
      // A photo may arrive after the page was closed; by then another page may be writing the draft on.
      if (gone.current) return
      now.current = step(now.current)
      setDraft(now.current)
      setSaved('no')
      timer.current ??= setTimeout(write, SAVE_AFTER_MS)
    },
    [write],
  )
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
    write()
    setRestored(false)
    setDraft(now.current)
  }, [write])
  const current = useCallback(() => now.current, [])

  return { draft, restored, saved, change, changePhotos, changeAndSave, discard, current }
}
