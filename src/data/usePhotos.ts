import { useCallback, useEffect, useRef, useState } from 'react'
import { limits } from '#contract/fields'
import type { PickedPhoto } from '../components'
import { call, newKey } from '../platform/cloud'
import { toast } from '../platform/notice'
import { choosePhotos, uploadPhoto } from '../platform/photos'
import type { FormPhoto } from './formPhoto'

export type { FormPhoto }

type Change = (step: (old: FormPhoto[]) => FormPhoto[]) => void

export const storedIds = (photos: readonly FormPhoto[]): string[] => photos.flatMap((photo) => (photo.fileId ? [photo.fileId] : []))

/** Photos go up while the person is still writing; one that fails waits for a tap and holds up no other. */
export function usePhotos(photos: readonly FormPhoto[], change: Change) {
  const [running, setRunning] = useState<ReadonlySet<string>>(new Set())
  const asked = useRef(new Set<string>())

  const upload = useCallback(
    async (photo: FormPhoto) => {
      if (photo.url === '') return toast('这张照片找不到了，请去掉后重新选。')
      setRunning((old) => new Set(old).add(photo.key))
      const issued = await call('photos.prepare', { count: 1 })
      const path = issued.ok ? issued.data.paths[0] : undefined
      const stored = path === undefined ? undefined : await uploadPhoto(photo.url, path)
      if (stored?.ok) change((old) => old.map((one) => (one.key === photo.key ? { ...one, fileId: stored.data } : one)))
      else if (!issued.ok) toast(issued.error.message)
      else if (stored) toast(stored.error.message)
      setRunning((old) => {
        const rest = new Set(old)
        rest.delete(photo.key)
        return rest
      })
    },
    [change],
  )

  // A draft taken up again: the phone's own addresses are gone, so stored photos get fresh ones.
  const stored = photos.flatMap((photo) => (photo.fileId && !asked.current.has(photo.key) ? [photo.fileId] : []))
  const wanted = stored.join('\n')
  useEffect(() => {
    if (wanted === '') return
    const ids = wanted.split('\n')
    void call('photos.own', { photos: ids }).then((answer) => {
      if (!answer.ok) return
      const urls = new Map(answer.data.photos.map((photo) => [photo.id, photo.url]))
      change((old) =>
        old.map((photo) => {
          asked.current.add(photo.key)
          if (photo.fileId === undefined || !ids.includes(photo.fileId)) return photo
          const url = urls.get(photo.fileId)
          // The cloud does not have it any more: sending would be refused, so it counts as not uploaded.
          return url ? { ...photo, url } : { key: photo.key, url: '' }
        }),
      )
    })
  }, [wanted, change])

  /** One after the other; those that wait their turn are on their way, not failed. */
  const uploadAll = useCallback(
    async (some: readonly FormPhoto[]) => {
      setRunning((old) => new Set([...old, ...some.map((photo) => photo.key)]))
      for (const photo of some) await upload(photo)
    },
    [upload],
  )

  // Uploads that closing the page broke off are taken up again, once.
  const resumed = useRef(false)
  useEffect(() => {
    if (resumed.current) return
    resumed.current = true
    void uploadAll(photos.filter((photo) => !photo.fileId && photo.url))
  }, [photos, uploadAll])

  const add = useCallback(async () => {
    const chosen = await choosePhotos(limits.photosMax - photos.length)
    if (!chosen.ok) return toast(chosen.error.message)
    const fresh = chosen.data.slice(0, limits.photosMax - photos.length).map((url): FormPhoto => ({ key: newKey(), url }))
    fresh.forEach((photo) => asked.current.add(photo.key))
    change((old) => [...old, ...fresh])
    await uploadAll(fresh)
  }, [photos.length, change, uploadAll])

  const remove = useCallback((key: string) => change((old) => old.filter((photo) => photo.key !== key)), [change])
  const retry = useCallback(
    (key: string) => {
      const photo = photos.find((one) => one.key === key)
      if (photo) void upload(photo)
    },
    [photos, upload],
  )

  const shown: PickedPhoto[] = photos.map((photo) => ({
    key: photo.key,
    url: photo.url,
    state: photo.fileId ? 'done' : running.has(photo.key) ? 'uploading' : 'failed',
  }))
  return { shown, add: () => void add(), remove, retry, uploading: running.size > 0, failed: shown.some((photo) => photo.state === 'failed') }
}
