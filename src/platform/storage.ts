import Taro from '@tarojs/taro'

/** What is kept on the phone. Somebody else may have written it (an older version), so reading checks its shape. */
export function load<T>(key: string, check: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = Taro.getStorageSync(key)
    return check(value) ? value : undefined
  } catch (error) {
    console.warn('storage: could not read', key, error)
    return undefined
  }
}

/** Answers false when the phone has no room: H5 throws at once, WeChat allows 1 MB a key. */
export function save(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value)
    return true
  } catch (error) {
    console.warn('storage: could not write', key, error)
    return false
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(key)
  } catch (error) {
    console.warn('storage: could not remove', key, error)
  }
}
