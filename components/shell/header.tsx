import { LiveStatus } from '@/components/live/live-status'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icons/icon'
import type { Theme } from '@/components/ui/theme/theme'
import { paths } from '@/lib/paths'
import { AccountMenu } from './account-menu'
import { Brand } from './brand'
import { Nav } from './nav'

type Props = { workspaceName: string; email: string; theme: Theme; canWrite: boolean }

export function Header({ canWrite, ...account }: Props) {
  return (
    <header className="sticky top-0 z-30 border-b bg-desk">
      <div className="mx-auto flex h-14 max-w-6xl items-center gap-2 gutter sm:gap-6">
        <Brand />
        <Nav className="hidden gap-1 sm:flex" />
        <div className="ml-auto flex min-w-0 items-center gap-2">
          <LiveStatus />
          <AccountMenu {...account} />
          {canWrite && (
            <ButtonLink
              href={paths.newInvoice}
              variant="primary"
              aria-keyshortcuts="N"
              className="max-sm:hidden"
            >
              <Icon name="plus" />
              New invoice
            </ButtonLink>
          )}
        </div>
      </div>
    </header>
  )
}
