import type { ReactNode } from 'react'
import type { Tone } from '@/components/ui/badge'
import { cx } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icons/icon'
import type { IconName } from '@/components/ui/icons/icons'

const TONES: Record<Tone, string> = {
  grey: 'bg-grey-wash [&>.icon]:text-grey',
  blue: 'bg-blue-wash [&>.icon]:text-blue',
  violet: 'bg-violet-wash [&>.icon]:text-violet',
  green: 'bg-green-wash [&>.icon]:text-green',
  amber: 'bg-amber-wash [&>.icon]:text-amber',
  red: 'bg-red-wash [&>.icon]:text-red',
  muted: 'border [&>.icon]:text-quiet',
}

type Props = { tone: Tone; icon: IconName; children: ReactNode; className?: string }

/** A sentence that stays on the page. */
export function Notice({ tone, icon, children, className }: Props) {
  return (
    <div className={cx('flex items-start gap-3 rounded px-4 py-3', TONES[tone], className)}>
      <Icon name={icon} className="mt-0.5" />
      <div className="min-w-0 grow">{children}</div>
    </div>
  )
}
