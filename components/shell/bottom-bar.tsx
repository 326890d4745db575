'use client'

import { usePathname } from 'next/navigation'
import { cx } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icons/icon'
import { Link, type LinkProps } from '@/components/ui/link'
import { paths } from '@/lib/paths'
import { DESTINATIONS } from './destinations'

/** The way around on a phone. */
export function BottomBar({ canWrite }: { canWrite: boolean }) {
  const pathname = usePathname()
  const [first, ...others] = DESTINATIONS.map(({ href, label, icon }) => (
    <Tab
      key={href}
      href={href}
      aria-current={pathname.startsWith(href) && pathname !== paths.newInvoice ? 'page' : undefined}
    >
      <Icon name={icon} className="size-5" />
      {label}
    </Tab>
  ))

  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 flex border-t bg-desk pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden"
    >
      {first}
      {canWrite && (
        <Tab href={paths.newInvoice} aria-current={pathname === paths.newInvoice ? 'page' : undefined}>
          <Icon name="plus" className="size-5" />
          New invoice
        </Tab>
      )}
      {others}
    </nav>
  )
}

function Tab(props: LinkProps) {
  return (
    <Link
      {...props}
      className={cx(
        'grid h-16 grow basis-0 content-center justify-items-center gap-0.5 text-small',
        props['aria-current'] ? 'font-strong text-accent' : 'text-quiet',
      )}
    />
  )
}
