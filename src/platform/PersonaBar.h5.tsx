import { useEffect, useState } from 'react'
import { Picker, Text, View } from '@tarojs/components'
import { become, currentOpenid } from './session.h5'
import './PersonaBar.scss'

interface Persona {
  openid: string
  name: string
  role: string
  note: string
}

/** Changes who one is on the preview. This file is in no other build. */
export function PersonaBar() {
  const [people, setPeople] = useState<Persona[]>([])
  useEffect(() => {
    let gone = false
    fetch('/personas')
      .then((response) => response.json())
      .then((list: Persona[]) => {
        if (!gone) setPeople(list)
      })
      .catch((error: unknown) => console.info('no personas', error))
    return () => {
      gone = true
    }
  }, [])
  const index = people.findIndex((one) => one.openid === currentOpenid())
  const now = people[index]
  return (
    <View className='persona-bar'>
      <Text className='persona-bar__what'>预览</Text>
      <Picker
        mode='selector'
        range={people.map((one) => `${one.name} · ${one.note}`)}
        value={Math.max(0, index)}
        onChange={(event) => {
          const chosen = people[Number(event.detail.value)]
          if (chosen) become(chosen.openid)
        }}
      >
        <View className='persona-bar__who' ariaRole='button' ariaLabel='换一个身份'>
          {now ? `${now.name} · ${now.note}` : currentOpenid()} ▾
        </View>
      </Picker>
    </View>
  )
}
