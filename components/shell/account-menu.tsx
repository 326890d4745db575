import { Icon } from '@/components/ui/icons/icon'
import { Link } from '@/components/ui/link'
import type { Theme } from '@/components/ui/theme/theme'
import { signOut } from '@/lib/accounts/actions'
import { paths } from '@/lib/paths'
import { ThemeChoice } from './theme-choice'

type Props = { workspaceName: string; email: string; theme: Theme }

const ITEM = 'motion block w-full rounded px-3 py-1.5 text-left hover:bg-wash'

/**
 * A native popover: it opens before any script has loaded, and Escape closes it. It stands before its button, so that
 * the button is never there without it.
 */
export function AccountMenu({ workspaceName, email, theme }: Props) {
  return (
    <>
      <div
        id="account-menu"
        popover="auto"
        className="motion fixed inset-auto top-14 right-4 w-60 supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:my-1 supports-[position-area:bottom]:[position-area:bottom_span-left] rounded border bg-float p-1 text-ink shadow-float starting:open:-translate-y-1 starting:open:opacity-0"
      >
        <p className="truncate px-3 py-2 text-small text-quiet">{email}</p>
        <Link href={paths.account} className={ITEM}>
          Account
        </Link>
        <button
          type="button"
          data-shows="shortcuts"
          popoverTarget="account-menu"
          popoverTargetAction="hide"
          className={ITEM}
        >
          Keyboard shortcuts
        </button>
        <ThemeChoice chosen={theme} />
        <form action={signOut} className="border-t pt-1">
          <button type="submit" className={ITEM}>
            Sign out
          </button>
        </form>
      </div>
      <button
        type="button"
        popoverTarget="account-menu"
        className="motion flex min-w-0 items-center gap-1 rounded px-2 py-1.5 hover:bg-wash"
      >
        <span className="truncate">{workspaceName}</span>
        <Icon name="chevron-down" className="text-quiet" />
        <span className="sr-only">, account menu</span>
      </button>
    </>
  )
}
