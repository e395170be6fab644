import { View } from '@tarojs/components'
import { settings } from '#settings'
import { Button, Card, Screen } from '../../components'
import { dial } from '../../platform/phone'
import './index.scss'

const { district, platformName, phones, privacyVersion } = settings

const parts: [string, string[]][] = [
  ['谁在处理您的信息', [`${district}人民代表大会常务委员会办公室（下称“我们”），通过“${platformName}”小程序收集和处理，用于倾听群众意见、交代表和有关单位办理。`]],
  [
    '收集什么，为什么',
    [
      '微信身份编号（openid）：认出是不是同一个人，防止冒用。由微信提供，不含您的姓名和微信号。',
      '手机号：按《网络安全法》要求，发布信息前要核实身份；需要时联系您。由您点击按钮后微信提供。',
      '昵称：公开留言时显示。可以不用真名。',
      '您写的留言、照片、评价，以及您选的镇、街道和地点：用来办理您反映的事。照片和地点可以不提供。',
      '只是浏览，不需要登记，我们也不收集以上手机号和昵称。',
    ],
  ],
  ['怎么保存', ['手机号加密保存，另留一个不能还原的校验值用于核对。照片在您的手机上重新绘制后才上传，不带拍摄地点等信息。留言办结后按档案要求保存；操作日志至少保存六个月。信息存放在中国境内，由腾讯云受我们委托存储，不得用于别的目的。']],
  ['谁能看到', ['公开留言经审核后，所有人能看到内容、照片、昵称和镇、街道，看不到手机号；位置只显示大概范围。“只给代表看”的留言，只有办理它的代表、承办单位和工作人员能看到。', '我们不会出售您的信息，也不会用它做广告。']],
  ['您的权利', ['您可以在“我的”里查看留言、更改昵称和手机号，在留言页撤回自己的留言。', `要复制或删除您的信息、撤回同意，或者投诉，请打电话 ${phones.office.number}，我们在十五个工作日内答复。撤回同意后不能再发新留言，但仍可浏览。`]],
  ['未满十四周岁', ['请由父母或者其他监护人代为留言。']],
]

/** The privacy notice after arts. 13, 17, 28 and 44-47 of the Personal Information Protection Law. */
export default function Privacy() {
  return (
    <Screen title='隐私说明'>
      <View className='h1'>您的信息，我们怎么用</View>
      <View className='soft small'>版本 {privacyVersion}</View>
      <View className='gap' />
      {parts.map(([title, lines]) => (
        <Card key={title}>
          <View className='h3'>{title}</View>
          {lines.map((line) => (
            <View key={line} className='privacy__line'>
              {line}
            </View>
          ))}
        </Card>
      ))}
      <Button block icon='phone' onTap={() => dial(phones.office.number)}>
        {`有疑问，打电话 ${phones.office.number}`}
      </Button>
    </Screen>
  )
}
