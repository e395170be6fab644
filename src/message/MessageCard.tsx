import { View } from '@tarojs/components'
import { kindLabels } from '#contract/vocabulary'
import type { MessageCard as Card } from '#contract/views'
import { Chip, Icon } from '../components'
import { StatusChip } from './StatusChip'
import { ago } from './time'
import { categoryName, townName } from './words'

interface Props {
  card: Card
  onTap: () => void
  /** Absent where liking makes no sense, such as in a work list. */
  onLike?: (() => void) | undefined
  /** A line for officials: who has it, how long it waits. */
  note?: string | undefined
}

export function MessageCard({ card, onTap, onLike, note }: Props) {
  return (
    <View className='card message-card'>
      <View onClick={onTap} ariaRole='link' ariaLabel={card.excerpt}>
        <View className='chips message-card__chips'>
          <StatusChip status={card.status} dueAtMs={card.dueAtMs} reopened={card.reopened} />
          {card.visibility === 'deputies' && (
            <Chip tone='grey' icon='lock'>
              只给代表看
            </Chip>
          )}
          {card.photoCount > 0 && (
            <View className='message-card__photos' ariaLabel={`${card.photoCount} 张照片`}>
              <Icon name='camera' size='s' />
              {card.photoCount} 张
            </View>
          )}
          {card.unread && <View className='message-card__dot' ariaLabel='有新进展' />}
        </View>
        <View className='message-card__text'>{card.excerpt}</View>
        {note && <View className='soft small'>{note}</View>}
      </View>
      <View className='message-card__foot'>
        <View className='message-card__where' onClick={onTap}>
          {kindLabels[card.kind]} · {categoryName(card.category)} · {townName(card.town)} · {ago(card.createdAtMs)}
        </View>
        {onLike && (
          <View
            className={`like${card.liked ? ' like--on' : ''}`}
            ariaRole='button'
            ariaLabel={`${card.liked ? '取消点赞' : '点赞'}，现有 ${card.likes} 个赞`}
            onClick={(event) => {
              event.stopPropagation()
              onLike()
            }}
          >
            <Icon name={card.liked ? 'thumb-full' : 'thumb'} />
            <View className='like__count num'>{card.likes}</View>
          </View>
        )}
      </View>
    </View>
  )
}
