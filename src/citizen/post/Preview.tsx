import { View } from '@tarojs/components'
import type { MessageBody } from '#contract/fields'
import { kindLabels } from '#contract/vocabulary'
import { Card, Chip, Notice, PhotoGrid } from '../../components'
import { categoryName, townName } from '../../message'
import { previewPhotos } from '../../platform/photos'

/** Exactly what others will read, before it is sent. */
export function Preview({ body, urls, nickname }: { body: MessageBody; urls: string[]; nickname: string }) {
  return (
    <>
      <Notice tone='blue' icon='eye'>
        {body.visibility === 'public' ? '审核通过后，大家看到的就是下面这样。请看看有没有不想公开的电话、姓名、门牌号。' : '这条留言不公开，只有代表和工作人员能看到。'}
      </Notice>
      <Card>
        <View>
          <Chip tone='grey'>
            {kindLabels[body.kind]} · {categoryName(body.category)}
          </Chip>
          {body.visibility === 'deputies' && (
            <Chip tone='grey' icon='lock'>
              只给代表看
            </Chip>
          )}
        </View>
        <View className='message-head__text'>{body.text}</View>
        <PhotoGrid urls={urls} onOpen={(url) => previewPhotos(urls, url)} />
        <View className='message-head__foot'>
          <View>
            {nickname} · {townName(body.town)}
            {body.place?.name && ` · ${body.place.name}`}
          </View>
        </View>
      </Card>
    </>
  )
}
