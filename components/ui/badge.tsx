import type { ReactNode } from 'react'
import type { IconName } from '@/components/ui/icons/icons'
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

type Props = { tone: Tone; icon: IconName; children: ReactNode }

/** A status: icon, word and colour, so that none of them has to be seen alone. */
export function Badge({ tone, icon, children }: Props) {
  return <span className={cx('badge icon-before', `icon-${icon}`, TONES[tone])}>{children}</span>
}
