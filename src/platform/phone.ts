import Taro from '@tarojs/taro'

/** Opens the phone's dialler with the number; closing it again is no error. */
export function dial(phoneNumber: string): void {
  Taro.makePhoneCall({ phoneNumber }).catch((error: unknown) => console.info('call was not made', error))
}
