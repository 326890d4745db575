'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { type InvoiceFilter, SEARCH_MAX } from '@/lib/invoices/filter'
import { listPath } from './filter-link'

const QUIET_MS = 120

/** Searches while typing. A search starts at the first page, and leaves one step in the history however long it was. */
export function SearchBox({ filter: { status, q } }: { filter: InvoiceFilter }) {
  const input = useRef<HTMLInputElement>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)

  // The address can change under the field, by the back button or a link; while someone types, they are ahead of it.
  useEffect(() => {
    if (input.current && input.current !== document.activeElement) input.current.value = q
  }, [q])

  // A search that has not begun must not change the address of another page.
  useEffect(() => () => clearTimeout(waiting.current), [])

  function searchSoon(text: string) {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => {
      window.history.replaceState(null, '', listPath({ status, q: text.trim() }))
    }, QUIET_MS)
  }

  return (
    <Field label="Search by client or number" labelHidden className="sm:w-64">
      {(control) => (
        <span className="relative">
          <Search
            aria-hidden
            className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-quiet"
          />
          <TextInput
            {...control}
            ref={input}
            type="search"
            placeholder="Search client or number"
            aria-keyshortcuts="/"
            autoComplete="off"
            maxLength={SEARCH_MAX}
            defaultValue={q}
            onChange={(event) => searchSoon(event.target.value)}
            className="pl-8"
          />
        </span>
      )}
    </Field>
  )
}
