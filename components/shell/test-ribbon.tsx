import { Icon } from '@/components/ui/icons/icon'
import { paths } from '@/lib/paths'

/** Said on every page while a local Stripe stands in for the real one. */
export function TestRibbon() {
  return (
    <aside
      aria-label="Test mode"
      className="flex flex-wrap items-center justify-center gap-x-2 gutter bg-amber-wash py-1 text-center text-small text-amber"
    >
      <Icon name="flask-conical" className="size-3.5" />
      <p>
        Test mode: no real money<span className="max-sm:hidden"> and no real e-mail</span>.
      </p>
      <a href={paths.outbox} target="_blank" rel="noreferrer" className="font-strong underline">
        See the e-mails
      </a>
    </aside>
  )
}
