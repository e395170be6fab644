import Taro from '@tarojs/taro'
import { failed, type Result } from './result'

const LONGEST_PX = 1600

/** Draws the picture anew: smaller, and without the camera's notes (EXIF) that tell where and when it was taken. */
async function redraw(src: string): Promise<string> {
  const info = await Taro.getImageInfo({ src })
  const scale = Math.min(1, LONGEST_PX / Math.max(info.width, info.height))
  const width = Math.max(1, Math.round(info.width * scale))
  const height = Math.max(1, Math.round(info.height * scale))
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height })
  const image = canvas.createImage()
  await new Promise<void>((resolve, reject) => {
    image.onload = () => resolve()
    image.onerror = () => reject(new Error('image cannot be read'))
    image.src = info.path
  })
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D
  pen.drawImage(image as unknown as CanvasImageSource, 0, 0, width, height)
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: canvas as unknown as Taro.Canvas, fileType: 'jpg', quality: 0.8, destWidth: width, destHeight: height })
  return tempFilePath
}

const words = (error: unknown): string => (typeof error === 'object' && error !== null && 'errMsg' in error ? String(error.errMsg) : String(error))

/** Local paths of at most `max` pictures, drawn anew as JPEG. Empty when the person chose none. */
export async function choosePhotos(max: number): Promise<Result<string[]>> {
  let paths: string[]
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: max, mediaType: ['image'], sourceType: ['album', 'camera'], sizeType: ['compressed'] })
    paths = tempFiles.map((file) => file.tempFilePath)
  } catch (error) {
    if (/cancel/i.test(words(error))) return { ok: true, data: [] }
    return failed('refused', '没有得到相册或相机的授权，可以不配照片先发送，或在右上角“设置”里打开。')
  }
  try {
    const drawn: string[] = []
    // One after the other: nine large pictures at once are more than a cheap phone holds.
    for (const path of paths) drawn.push(await redraw(path))
    return { ok: true, data: drawn }
  } catch (error) {
    console.warn('photo could not be drawn', error)
    return failed('refused', '这张照片打不开，请换一张。')
  }
}

/** Uploads to a path that the cloud issued; answers the stored file's id. */
export async function uploadPhoto(filePath: string, cloudPath: string): Promise<Result<string>> {
  try {
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath })
    return { ok: true, data: fileID }
  } catch (error) {
    console.warn('upload failed', error)
    if (/not exist|no such file/i.test(words(error))) return failed('refused', '这张照片已经不在手机里，请去掉后重新选。')
    return failed('offline', '照片没有传上去，请再试一次。')
  }
}

export const previewPhotos = (urls: string[], current: string): void => void Taro.previewImage({ urls, current })
