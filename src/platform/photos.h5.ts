import Taro from '@tarojs/taro'
import { failed, type Result } from './result'
import { currentOpenid } from './session.h5'

const LONGEST_PX = 1600

/** Draws the picture anew: smaller, and without the camera's notes (EXIF) that tell where and when it was taken. */
async function redraw(path: string): Promise<string> {
  const image = new Image()
  image.src = path
  await image.decode()
  const scale = Math.min(1, LONGEST_PX / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/jpeg', 0.8)
}

/** Local addresses of at most `max` pictures, drawn anew as JPEG. Empty when the person chose none. */
export async function choosePhotos(max: number): Promise<Result<string[]>> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: max, mediaType: ['image'], sourceType: ['album', 'camera'] })
    return { ok: true, data: await Promise.all(tempFiles.map((file) => redraw(file.tempFilePath))) }
  } catch (error) {
    if (/cancel/i.test(String(error instanceof Error ? error.message : JSON.stringify(error)))) return { ok: true, data: [] }
    return failed('refused', '这张照片打不开，请换一张。')
  }
}

/** Uploads to a path that the cloud issued; answers the stored file's id. */
export async function uploadPhoto(localPath: string, cloudPath: string): Promise<Result<string>> {
  try {
    const picture = await (await fetch(localPath)).blob()
    const response = await fetch(`/files/upload?path=${encodeURIComponent(cloudPath)}`, {
      method: 'POST',
      headers: { 'content-type': 'image/jpeg', 'x-wx-openid': currentOpenid() },
      body: picture,
    })
    const answer = (await response.json()) as { fileID?: string }
    return response.ok && answer.fileID ? { ok: true, data: answer.fileID } : failed('unavailable', '照片没有传上去，请再试一次。')
  } catch {
    return failed('offline', '照片没有传上去，请再试一次。')
  }
}

export const previewPhotos = (urls: string[], current: string): void => void Taro.previewImage({ urls, current })
