'use client'

import { Combobox as Base } from '@base-ui/react/combobox'
import { Check, ChevronDown, Plus } from 'lucide-react'
import { type ComponentProps, useEffect, useRef } from 'react'
import { ComboboxPopup } from './combobox-popup'

export type ComboboxOption = { value: string; label: string; detail?: string | undefined }

export type ComboboxProps = {
  /** Ties the input to its label and error. */
  control: Pick<ComponentProps<'input'>, 'id' | 'aria-describedby' | 'aria-invalid'>
  value: ComboboxOption | null
  onChange: (option: ComboboxOption) => void
  options: ComboboxOption[]
  query: string
  onQueryChange: (query: string) => void
  /** What the list says when it is empty or loading. */
  status?: string | undefined
  placeholder?: string
  inputClassName: string
  autoFocus?: boolean
  /** How it was asked for before it was there. */
  openedBy?: 'key' | 'pointer' | undefined
  /** Offers, under the matches, to make what was typed. */
  create?: { label: string; run: () => void }
}

const CREATE = ' create'
const ARROW_DOWN = { key: 'ArrowDown', bubbles: true, cancelable: true }

/** Searches while typing. The owner finds the options; nothing is filtered here. */
export default function Combobox(props: ComboboxProps) {
  const { control, value, onChange, options, query, onQueryChange, status, create } = props
  const items = create ? [...options, { value: CREATE, label: create.label }] : options

  const input = useRef<HTMLInputElement>(null)

  // The key was pressed before this list was loaded; pressed anew, it opens the list with its first row marked.
  useEffect(() => {
    if (props.openedBy === 'key') input.current?.dispatchEvent(new KeyboardEvent('keydown', ARROW_DOWN))
  }, [props.openedBy])

  function choose(option: ComboboxOption | null) {
    if (!option) return
    if (option.value === CREATE) create?.run()
    else onChange(option)
  }

  return (
    <Base.Root<ComboboxOption>
      items={items}
      value={value}
      onValueChange={choose}
      inputValue={query}
      onInputValueChange={onQueryChange}
      isItemEqualToValue={(item, chosen) => item.value === chosen.value}
      filter={null}
      defaultOpen={props.openedBy === 'pointer'}
      autoHighlight
    >
      <Base.InputGroup className="relative">
        <Base.Input
          {...control}
          ref={input}
          placeholder={props.placeholder}
          autoFocus={props.autoFocus}
          className={`${props.inputClassName} pr-9`}
        />
        <Base.Trigger
          aria-label="Show the list"
          className="absolute inset-y-0 right-0 grid w-9 items-center justify-items-end text-quiet"
        >
          <ChevronDown aria-hidden className="size-4" />
        </Base.Trigger>
      </Base.InputGroup>
      <ComboboxPopup status={status}>{Option}</ComboboxPopup>
    </Base.Root>
  )
}

function Option({ value, label, detail, ...option }: ComboboxOption) {
  return (
    <Base.Item
      key={value}
      value={{ value, label, detail, ...option }}
      className="grid cursor-default grid-cols-[1rem_1fr] gap-2 rounded px-2 py-1.5 outline-none select-none data-highlighted:bg-wash"
    >
      {value === CREATE ? (
        <Plus aria-hidden className="mt-0.5 size-4 text-accent" />
      ) : (
        <Base.ItemIndicator className="mt-0.5">
          <Check aria-hidden className="size-4 text-accent" />
        </Base.ItemIndicator>
      )}
      <span className="col-start-2 grid min-w-0">
        <span className="truncate">{label}</span>
        {detail && <span className="truncate text-small text-quiet">{detail}</span>}
      </span>
    </Base.Item>
  )
}
