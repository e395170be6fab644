import Taro from '@tarojs/taro'
import { toGcj02 } from './datum'
import { failed, type Result } from './result'

export const locationEnabled: boolean = LOCATION_ENABLED

/** Where the phone is, in GCJ-02 degrees. Refused or unknown: an error with another way to go on. */
export async function whereAmI(): Promise<Result<{ lat: number; lon: number }>> {
  try {
    const { latitude, longitude } = await Taro.getLocation({ type: 'wgs84' })
    return { ok: true, data: toGcj02(latitude, longitude) }
  } catch {
    return failed('refused', '没有取得位置。选好镇、街道，再写上地点就可以。')
  }
}
