import type { ComponentProps } from 'react'
import { cx } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icons/icon'
import { inputStyle } from './input-style'

export function Select({ className, ...props }: ComponentProps<'select'>) {
  return (
    <span className={cx('relative block', className)}>
      <select {...props} className={cx(inputStyle, 'appearance-none pr-8')} />
      <Icon
        name="chevron-down"
        className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-quiet"
      />
    </span>
  )
}
