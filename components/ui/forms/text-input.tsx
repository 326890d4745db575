import type { ComponentProps } from 'react'
import { cx } from '@/components/ui/class-names'
import { inputStyle } from './input-style'

export function TextInput({ className, ...props }: ComponentProps<'input'>) {
  return <input type="text" {...props} className={cx(inputStyle, className)} />
}
