'use client'

import { usePathname } from 'next/navigation'
import { cx } from '@/components/ui/class-names'
import { Link } from '@/components/ui/link'
import { DESTINATIONS } from './destinations'

export function Nav({ className }: { className?: string }) {
  const pathname = usePathname()
  return (
    <nav aria-label="Main" className={className}>
      {DESTINATIONS.map(({ href, label, key }) => {
        const isHere = pathname.startsWith(href)
        return (
          <Link
            key={href}
            href={href}
            aria-current={isHere ? 'page' : undefined}
            aria-keyshortcuts={`G ${key.toUpperCase()}`}
            className={cx('motion rounded px-3 py-1.5 hover:bg-wash', isHere ? 'font-strong' : 'text-quiet')}
          >
            {label}
          </Link>
        )
      })}
    </nav>
  )
}
