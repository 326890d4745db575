import type { ComponentProps } from 'react'
import { cx } from '@/components/ui/class-names'
import { inputStyle } from './input-style'

/** Grows with its text. */
export function TextArea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={3}
      {...props}
      className={cx(inputStyle, 'field-sizing-content min-h-[2lh] resize-none', className)}
    />
  )
}
