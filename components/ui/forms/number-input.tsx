import type { ComponentProps } from 'react'
import { cx } from '@/components/ui/class-names'
import { TextInput } from './text-input'

/** A number as text: `type=number` would drop what it cannot read, and reads no other locale's comma. */
export function NumberInput({ className, ...props }: ComponentProps<'input'>) {
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...props}
      className={cx('text-right tabular-nums', className)}
    />
  )
}
