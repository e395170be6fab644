import { Button as TaroButton } from '@tarojs/components'
import type { MessagePage } from '#contract/views'
import { Icon } from '../components'
import { copy } from '../platform/clipboard'
import { toast } from '../platform/notice'
import { isH5 } from '../platform/page'
import { routes } from '../platform/routes'

/** What everybody may read, and so may be sent on. */
export const isPublic = (page: MessagePage): boolean => page.visibility === 'public' && page.moderation.state === 'approved'

/** In WeChat its own share sheet; the preview copies the address. */
export function ShareButton({ id }: { id: string }) {
  const copyLink = async () => {
    const done = await copy(`${window.location.origin}/#${routes.message(id)}`)
    toast(done ? '链接已复制，可以发给别人' : '没能复制链接，请再试一次')
  }
  return (
    <TaroButton
      className='button button--secondary button--block'
      hoverClass='button--pressed'
      ariaLabel='转发给别人看'
      {...(isH5 ? { onClick: () => void copyLink() } : { openType: 'share' as const })}
    >
      <Icon name='share' />
      转发
    </TaroButton>
  )
}
