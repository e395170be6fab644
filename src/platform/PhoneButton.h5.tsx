import { Button, Input, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { currentOpenid } from './session.h5'

interface Props {
  className?: string
  disabled?: boolean
  children: ReactNode
  onCode: (code: string) => void
  onRefused: (sentence: string) => void
}

/** The preview's stand-in for WeChat's phone button: any number of eleven digits is taken for one's own. */
export function PhoneButton({ className, disabled, children, onCode, onRefused }: Props) {
  const [phone, setPhone] = useState('19900001234')
  const ask = async () => {
    if (!/^1\d{10}$/.test(phone)) return onRefused('请填写 11 位手机号。')
    try {
      const response = await fetch('/emulator/phone', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-wx-openid': currentOpenid() },
        body: JSON.stringify({ phone }),
      })
      const { code } = (await response.json()) as { code?: string }
      if (code) onCode(code)
      else onRefused('没能取得手机号，请再点一次。')
    } catch {
      onRefused('没有网络，连上网后再试。')
    }
  }
  return (
    <View>
      <Input className='phone-stand-in' type='number' value={phone} ariaLabel='手机号（预览用）' onInput={(event) => setPhone(event.detail.value)} />
      <Button className={className ?? ''} disabled={disabled ?? false} onClick={() => void ask()}>
        {children}
      </Button>
    </View>
  )
}
