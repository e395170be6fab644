import cloud from 'wx-server-sdk'
import { Refusal } from './refusal'
import { describe } from './database'

interface PhoneApi {
  phonenumber: { getPhoneNumber(input: { code: string }): Promise<unknown> }
}

/** The number behind a single-use code of WeChat's phone button. */
export async function phoneNumberOf(code: string): Promise<string> {
  const api = cloud.openapi as unknown as PhoneApi
  let answer: unknown
  try {
    answer = await api.phonenumber.getPhoneNumber({ code })
  } catch (error) {
    console.warn('phonenumber.getPhoneNumber failed', describe(error))
    throw new Refusal('phone_failed')
  }
  const info = typeof answer === 'object' && answer !== null && 'phoneInfo' in answer ? answer.phoneInfo : undefined
  const pure = typeof info === 'object' && info !== null && 'purePhoneNumber' in info ? info.purePhoneNumber : undefined
  const digits = String(pure ?? '')
  if (!/^\d{5,15}$/.test(digits)) throw new Refusal('phone_failed')
  return digits
}

const BATCH = 50
const URL_SECONDS = 3600

/**
 * Temporary URLs by file id. A file without one is left out: a page without a photo is better than no page.
 */
export async function temporaryUrls(fileIds: readonly string[]): Promise<Map<string, string>> {
  const urls = new Map<string, string>()
  const distinct = [...new Set(fileIds)]
  const batches: string[][] = []
  for (let start = 0; start < distinct.length; start += BATCH) batches.push(distinct.slice(start, start + BATCH))
  await Promise.all(
    batches.map(async (batch) => {
      try {
        const result = await cloud.getTempFileURL({ fileList: batch.map((fileID) => ({ fileID, maxAge: URL_SECONDS })) })
        for (const file of result?.fileList ?? []) if (file.status === 0 && file.tempFileURL) urls.set(file.fileID, file.tempFileURL)
      } catch (error) {
        console.error('getTempFileURL failed', describe(error))
      }
    }),
  )
  return urls
}
