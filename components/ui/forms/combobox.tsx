'use client'

import { type ComponentProps, type KeyboardEvent, useId, useState } from 'react'
import { Icon } from '@/components/ui/icons/icon'
import { ComboboxList, type ComboboxRow, rowId } from './combobox-list'

export type ComboboxOption = { value: string; label: string; detail?: string | undefined }

type Props = {
  /** Ties the input to its label and error. */
  control: ComponentProps<'input'>
  value: ComboboxOption | null
  onChange: (option: ComboboxOption) => void
  options: ComboboxOption[]
  query: string
  onQueryChange: (query: string) => void
  /** What the list says when it is empty or loading. */
  status?: string | undefined
  inputClassName: string
  /** Offers, under the matches, to make what was typed. */
  create: { label: string; run: () => void }
}

const OPENING_KEYS = ['ArrowDown', 'ArrowUp', 'Enter']

/**
 * Searches while typing, with the keys of an editable combobox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The
 * owner finds the options; nothing is filtered here. Our own, because of its one input that is there from the start.
 */
export function Combobox({ control, value, query, onQueryChange, create, ...props }: Props) {
  const listId = useId()
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState<number | null>(null)
  const rows: ComboboxRow[] = [
    ...props.options.map((option) => ({ option, choose: () => props.onChange(option) })),
    { option: { value: '', label: create.label }, choose: create.run, isCreate: true },
  ]
  // Until a row is marked, the one that is chosen, so that Enter pressed twice changes nothing.
  const chosen = props.options.findIndex((option) => option.value === value?.value)
  // Fewer may match than did a moment ago.
  const marked = Math.min(active ?? Math.max(chosen, 0), rows.length - 1)

  function open() {
    setOpen(true)
    setActive(null)
  }

  function search(text: string) {
    onQueryChange(text)
    setOpen(true)
    setActive(0)
  }

  function choose(row: ComboboxRow | undefined) {
    setOpen(false)
    row?.choose()
  }

  function mark(index: number) {
    const next = (index + rows.length) % rows.length
    setActive(next)
    document.getElementById(rowId(listId, next))?.scrollIntoView({ block: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    if (act(event.key)) event.preventDefault()
  }

  /** Whether the key means something here. */
  function act(key: string) {
    if (!isOpen) {
      if (!OPENING_KEYS.includes(key)) return false
      open()
    } else if (key === 'ArrowDown') mark(marked + 1)
    else if (key === 'ArrowUp') mark(marked - 1)
    else if (key === 'Enter') choose(rows[marked])
    else if (key === 'Escape') setOpen(false)
    else return false
    return true
  }

  // What was chosen stands, so that is what the field says; with nobody chosen, what was typed stays.
  function onBlur() {
    setOpen(false)
    if (value && query !== value.label) onQueryChange(value.label)
  }

  return (
    <div className="relative">
      <input
        {...control}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? rowId(listId, marked) : undefined}
        autoComplete="off"
        value={query}
        onChange={({ target }) => search(target.value)}
        onFocus={({ target }) => target.select()}
        onClick={open}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        className={`${props.inputClassName} pr-6`}
      />
      <Icon
        name="chevron-down"
        className="pointer-events-none absolute inset-y-0 right-0 my-auto text-quiet"
      />
      {isOpen && (
        <ComboboxList
          id={listId}
          rows={rows}
          marked={marked}
          chosen={value?.value}
          status={props.status}
          onMark={setActive}
          onChoose={choose}
        />
      )}
    </div>
  )
}
