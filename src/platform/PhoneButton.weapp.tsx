import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'

interface Props {
  className?: string
  disabled?: boolean
  children: ReactNode
  onCode: (code: string) => void
  /** A sentence that says what to do instead. */
  onRefused: (sentence: string) => void
}

/** WeChat's own button: gives a single-use code, valid for five minutes, that only the cloud can turn into a number. */
export function PhoneButton({ className, disabled, children, onCode, onRefused }: Props) {
  return (
    <Button
      className={className}
      disabled={disabled}
      openType='getPhoneNumber'
      onGetPhoneNumber={({ detail }) => {
        if (detail.code) onCode(detail.code)
        // 1400001: the deployment's quota of numbers is used up (WeChat, getPhoneNumber).
        else if ('errno' in detail && Number(detail.errno) === 1400001) onRefused('今天绑定的人太多，请明天再试，或拨打电话反映。')
        else onRefused('没有绑定手机号。浏览不受影响；要留言时再点一次“允许”即可，也可以直接打电话。')
      }}
    >
      {children}
    </Button>
  )
}
