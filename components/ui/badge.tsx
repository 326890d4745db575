import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './class-names'

export type Tone = 'grey' | 'blue' | 'violet' | 'green' | 'amber' | 'red' | 'muted'

const TONES: Record<Tone, string> = {
  grey: 'bg-grey-wash text-grey',
  blue: 'bg-blue-wash text-blue',
  violet: 'bg-violet-wash text-violet',
  green: 'bg-green-wash text-green',
  amber: 'bg-amber-wash text-amber',
  red: 'bg-red-wash text-red',
  muted: 'text-quiet',
}

type Props = { tone: Tone; icon: LucideIcon; children: ReactNode; className?: string }

/** A status: icon, word and colour, so that none of them has to be seen alone. */
export function Badge({ tone, icon: Icon, children, className }: Props) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1 rounded px-1.5 py-0.5 text-small font-strong whitespace-nowrap',
        TONES[tone],
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5" />
      {children}
    </span>
  )
}
