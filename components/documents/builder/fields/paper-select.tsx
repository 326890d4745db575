import type { ComponentProps } from 'react'
import { cx } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icons/icon'
import { paperField } from './paper-style'

export function PaperSelect({ className, ...props }: ComponentProps<'select'>) {
  return (
    <span className={cx('relative block', className)}>
      <select {...props} className={cx(paperField, 'appearance-none pr-6')} />
      <Icon
        name="chevron-down"
        className="pointer-events-none absolute inset-y-0 right-0 my-auto text-quiet"
      />
    </span>
  )
}
