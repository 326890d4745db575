import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Tone } from '@/components/ui/badge'
import { cx } from '@/components/ui/class-names'

const TONES: Record<Tone, string> = {
  grey: 'bg-grey-wash [&>svg]:text-grey',
  blue: 'bg-blue-wash [&>svg]:text-blue',
  violet: 'bg-violet-wash [&>svg]:text-violet',
  green: 'bg-green-wash [&>svg]:text-green',
  amber: 'bg-amber-wash [&>svg]:text-amber',
  red: 'bg-red-wash [&>svg]:text-red',
  muted: 'border [&>svg]:text-quiet',
}

type Props = { tone: Tone; icon: LucideIcon; children: ReactNode; className?: string }

/** A sentence that stays on the page. */
export function Notice({ tone, icon: Icon, children, className }: Props) {
  return (
    <div className={cx('flex items-start gap-3 rounded px-4 py-3', TONES[tone], className)}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 grow">{children}</div>
    </div>
  )
}
