import type { ComponentProps } from 'react'
import { TextInput } from '@/components/ui/forms/text-input'

/** The first field of its page, where typing begins. */
export function EmailInput(props: ComponentProps<'input'>) {
  return (
    <TextInput
      {...props}
      type="email"
      name="email"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      autoFocus
      required
    />
  )
}
