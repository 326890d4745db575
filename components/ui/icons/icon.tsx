import { cx } from '@/components/ui/class-names'
import type { IconName } from './icons'

type Props = { name: IconName; className?: string; label?: string }

/** Draws an icon in the colour of the text around it. Only one with a label is read out. */
export function Icon({ name, className, label }: Props) {
  const role = label && { role: 'img', 'aria-label': label }
  return <span {...role} className={cx('icon', `icon-${name}`, className)} />
}
