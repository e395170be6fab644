import { View } from '@tarojs/components'
import { Icon } from '../components'
import './work.scss'

/** Sentences to tap instead of to type; what was tapped can be edited. One's own words are added to, never replaced. */
export function ReadyWords({ words, text, onChange }: { words: readonly string[]; text: string; onChange: (text: string) => void }) {
  const take = (word: string) => {
    const own = text.trim() !== '' && !words.includes(text.trim())
    onChange(own ? `${text.trim()}\n${word}` : word)
  }
  return (
    <View className='ready'>
      <View className='soft small'>常用的话，点一下填进去，还可以改：</View>
      {words.map((word) => (
        <View key={word} className='ready__one' ariaRole='button' onClick={() => take(word)}>
          <View className='ready__plus'>
            <Icon name='plus' size='s' />
          </View>
          <View className='ready__word'>{word}</View>
        </View>
      ))}
    </View>
  )
}
