'use client'

import { useEffect, useRef } from 'react'
import { Icon } from '@/components/ui/icons/icon'
import { Field } from './field'
import { TextInput } from './text-input'

const QUIET_MS = 120

type Props = {
  label: string
  /** What is searched for now, as the address has it. */
  value: string
  maxLength: number
  onSearch: (text: string) => void
}

/** Searches while typing, a moment after the last key. */
export function SearchField({ label, value, maxLength, onSearch }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)

  // The address can change under the field, by the back button or a link; while someone types, they are ahead of it.
  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = value
  }, [value])

  // A search that has not begun must not change the address of another page.
  useEffect(() => () => clearTimeout(waiting.current), [])

  function searchSoon(text: string) {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => onSearch(text.trim()), QUIET_MS)
  }

  return (
    <Field label={label} labelHidden className="w-full sm:w-64">
      {(control) => (
        <span className="relative">
          <Icon
            name="search"
            className="pointer-events-none absolute inset-y-0 left-2.5 my-auto text-quiet"
          />
          <TextInput
            {...control}
            ref={input}
            type="search"
            placeholder={label}
            aria-keyshortcuts="/"
            autoComplete="off"
            maxLength={maxLength}
            defaultValue={value}
            onChange={(event) => searchSoon(event.target.value)}
            className="pl-8"
          />
        </span>
      )}
    </Field>
  )
}
