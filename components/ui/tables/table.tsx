import type { ComponentProps } from 'react'
import { cx } from '@/components/ui/class-names'

export function Table({ className, ...props }: ComponentProps<'table'>) {
  return <table {...props} className={cx('w-full border-collapse text-left', className)} />
}

export function Row({ className, ...props }: ComponentProps<'tr'>) {
  return (
    <tr {...props} className={cx('motion border-b hover:bg-wash/60 focus-within:bg-wash/60', className)} />
  )
}

export function HeadCell({ className, ...props }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      {...props}
      className={cx('border-b px-3 py-2 text-small font-normal text-quiet', className)}
    />
  )
}

export function Cell({ className, ...props }: ComponentProps<'td'>) {
  return <td {...props} className={cx('px-3 py-3 align-middle', className)} />
}

/** The heading and cells of amounts: right-aligned, digits of one width. */
export const numeric = 'text-right tabular-nums'
