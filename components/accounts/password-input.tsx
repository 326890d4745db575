'use client'

import { type ComponentProps, useState } from 'react'
import { TextInput } from '@/components/ui/forms/text-input'
import { Icon } from '@/components/ui/icons/icon'

/** Can be shown while typing; pasting and password managers work as on any password field. */
export function PasswordInput(props: ComponentProps<'input'>) {
  const [isShown, setShown] = useState(false)
  const icon = isShown ? 'eye-off' : 'eye'
  return (
    <span className="relative block">
      <TextInput
        {...props}
        type={isShown ? 'text' : 'password'}
        name="password"
        autoCapitalize="none"
        spellCheck={false}
        className="pr-11"
        required
      />
      <button
        type="button"
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
        className="motion absolute inset-y-0 right-0 grid w-10 place-items-center rounded text-quiet hover:text-ink"
      >
        <Icon name={icon} />
        <span className="sr-only">Show the password</span>
      </button>
    </span>
  )
}
