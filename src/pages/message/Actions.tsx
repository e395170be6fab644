import { useWrite } from '../../data/useWrite'
import type { MessagePage } from '#contract/views'
import { BarRow, Button } from '../../components'
import { isPublic, ShareButton, useLike } from '../../message'
import { go } from '../../platform/navigate'
import { chooseOne, confirm, toast } from '../../platform/notice'
import { routes } from '../../platform/routes'

interface Offer {
  label: string
  run: () => void
}

/** Everything the viewer may do, told by `abilities`: the weightiest as the main button, the rest under "更多". */
export function Actions({ page, onChange }: { page: MessagePage; onChange: (page: MessagePage) => void }) {
  const { abilities: can, id, version } = page
  const withdraw = useWrite('messages.withdraw')
  const like = useLike((_id, change) => onChange({ ...page, ...change }))

  const takeBack = async () => {
    const sure = await confirm({ title: '撤回这条留言？', text: '撤回后别人看不到，办理也会停止，不能恢复。', yes: '撤回', danger: true })
    if (!sure) return
    const answer = await withdraw.send({ id, version })
    if (!answer) return
    if (answer.ok) onChange(answer.data)
    toast(answer.ok ? '已撤回' : answer.error.message)
  }

  const offers: (Offer | false)[] = [
    can.judge && { label: '评价是否解决', run: () => go(routes.judge(id)) },
    can.edit && { label: '修改留言', run: () => go(routes.edit(id)) },
    (can.approve || can.decideWord) && { label: '审核', run: () => go(routes.moderate(id)) },
    can.assign && { label: page.handling.deputy ? '重新交办' : '交给代表', run: () => go(routes.assign(id)) },
    can.progress && { label: '报告进展', run: () => go(routes.report(id)) },
    can.answer && { label: '答复', run: () => go(routes.reply(id, 'answer')) },
    can.remark && { label: '说说进展', run: () => go(routes.reply(id, 'remark')) },
    can.forward && { label: page.handling.unit ? '改转承办单位' : '转交承办单位', run: () => go(routes.reply(id, 'forward')) },
    can.correct && { label: '更正答复', run: () => go(routes.reply(id, 'correct', lastAnswer(page))) },
    can.decline && { label: '退回，请重新交办', run: () => go(routes.reply(id, 'decline')) },
    (can.hide || can.unhide) && !can.approve && { label: can.hide ? '隐藏' : '恢复公开', run: () => go(routes.moderate(id)) },
    can.withdraw && { label: '撤回留言', run: () => void takeBack() },
  ]
  const shown = offers.filter((offer): offer is Offer => offer !== false)
  // Taking back is never the main action, even when nothing else is left to do.
  const main = can.withdraw && shown.length === 1 ? undefined : shown[0]
  const rest = main ? shown.slice(1) : shown

  const more = async () => {
    // WeChat shows at most six entries in a sheet.
    const index = await chooseOne(rest.slice(0, 6).map((offer) => offer.label))
    if (index !== undefined) rest[index]?.run()
  }

  const only = !main && rest.length === 1 ? rest[0] : undefined
  const shares = isPublic(page) && shown.length === 0
  if (shown.length === 0 && !can.like && !shares) return null
  return (
    <BarRow>
      {shares && <ShareButton id={id} />}
      {can.like && (
        <Button block kind={page.liked ? 'accent' : main ? 'secondary' : 'primary'} icon={page.liked ? 'thumb-full' : 'thumb'} label={`${page.liked ? '取消点赞' : '点赞'}，现有 ${page.likes} 个赞`} onTap={() => void like(page)}>
          {main ? `${page.likes}` : page.liked ? `已赞 ${page.likes}` : `赞一下 ${page.likes}`}
        </Button>
      )}
      {rest.length > 0 && (
        <Button block busy={!main && withdraw.busy} onTap={only ? only.run : () => void more()}>
          {only?.label ?? '更多'}
        </Button>
      )}
      {main && (
        <Button block kind='primary' busy={withdraw.busy} onTap={main.run}>
          {main.label}
        </Button>
      )}
    </BarRow>
  )
}

const lastAnswer = (page: MessagePage): string | undefined =>
  page.timeline.reduce<string | undefined>((found, entry) => (entry.type === 'answered' ? entry.id : found), undefined)
