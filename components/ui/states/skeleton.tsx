import { cx } from '@/components/ui/class-names'

/** The place of something that loads; give it the final size. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('block animate-pulse rounded bg-wash', className)} />
}
