import type { Caller } from '../kernel/caller'
import { Refusal } from '../kernel/refusal'
import type { Handlers } from '../kernel/router'
import { temporaryUrls } from '../kernel/wechat'
import { isOwnPhoto, issuePath } from './paths'

/** Refuses every file id but the caller's own uploads and those that are `kept`; a photo counts once. */
export function acceptPhotos(caller: Caller, fileIds: readonly string[], field: string, kept: readonly string[] = []): string[] {
  fileIds.forEach((fileId, index) => {
    if (kept.includes(fileId) || isOwnPhoto(fileId, caller.personId, caller.env)) return
    throw new Refusal('invalid', { field: `${field}.${index}`, sentence: '照片编号不对，请重新选择。' })
  })
  return [...new Set(fileIds)]
}

export const photoActions: Handlers<'photos.prepare' | 'photos.own'> = {
  'photos.prepare': {
    can: 'photos.upload',
    run: async ({ actor, input: { count } }) => ({ paths: Array.from({ length: count }, () => issuePath(actor.personId)) }),
  },
  'photos.own': {
    can: 'photos.upload',
    async run({ actor, input }) {
      const own = acceptPhotos(actor, input.photos, 'photos')
      const urls = await temporaryUrls(own)
      return { photos: own.flatMap((id) => (urls.has(id) ? [{ id, url: urls.get(id) ?? '' }] : [])) }
    },
  },
}
