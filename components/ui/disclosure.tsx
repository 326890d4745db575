import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icons/icon'
import { cx } from './class-names'

type Props = { summary: ReactNode; children: ReactNode; open?: boolean; className?: string }

export function Disclosure({ summary, children, open, className }: Props) {
  return (
    <details open={open} className={cx('group', className)}>
      <summary className="motion inline-flex items-center gap-1 rounded text-quiet hover:text-ink [&::-webkit-details-marker]:hidden">
        <Icon name="chevron-right" className="motion group-open:rotate-90" />
        {summary}
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  )
}
