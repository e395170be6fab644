import { View } from '@tarojs/components'
import { settings } from '#settings'
import { Button } from '../../components'
import { go } from '../../platform/navigate'
import { useElder } from '../../platform/preferences'
import { routes } from '../../platform/routes'

/** Who this is, and the one thing to do: say something. */
export function Head() {
  const [elder, setElder] = useElder()
  return (
    <View className='head'>
      <View className='head__brand'>
        <View className='head__seal'>
          <View>云上</View>
          <View>人大</View>
        </View>
        <View className='head__names'>
          <View className='h3'>{settings.platformName}</View>
          <View className='soft small'>{elder ? settings.district : `${settings.district} · 人大代表在您身边`}</View>
        </View>
        <View className='head__elder' ariaRole='button' ariaLabel={elder ? '切换到标准版' : '切换到长辈版，字更大'} onClick={() => setElder(!elder)}>
          <View className='head__elder-face'>{elder ? '标准版' : '长辈版'}</View>
        </View>
      </View>
      <View className='h1'>有事想说，代表在听</View>
      <View className='soft head__promise'>24 小时可留言，力争 {settings.deadlines.replyDays} 日内答复</View>
      <Button kind='primary' block icon='edit' onTap={() => go(routes.post)}>
        我要留言
      </Button>
    </View>
  )
}
