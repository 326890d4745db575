import { ChevronDown } from 'lucide-react'
import type { ChangeEvent, KeyboardEvent } from 'react'
import type { ComboboxProps } from './combobox'

type Props = ComboboxProps & {
  onFocusChange: (hasFocus: boolean) => void
  onOpen: (how: 'key' | 'pointer') => void
}

const CLOSED = { role: 'combobox', 'aria-expanded': false, 'aria-haspopup': 'listbox' } as const
const OPENING_KEYS = ['ArrowDown', 'ArrowUp', 'Enter']

/** What a combobox looks like and is called while its list is closed, without the list. */
export function ClosedCombobox({ onFocusChange, onOpen, ...props }: Props) {
  const { autoFocus, placeholder } = props
  function openByKey(event: KeyboardEvent) {
    if (!OPENING_KEYS.includes(event.key) || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
      return
    event.preventDefault()
    onOpen('key')
  }

  function openByButton() {
    onFocusChange(true)
    onOpen('pointer')
  }

  // A word that is being composed would be lost with its field.
  function search({ target, nativeEvent }: ChangeEvent<HTMLInputElement>) {
    props.onQueryChange(target.value)
    const isComposing = nativeEvent instanceof InputEvent && nativeEvent.isComposing
    if (!isComposing) onOpen('key')
  }

  return (
    <div className="relative">
      <input
        {...props.control}
        {...CLOSED}
        {...{ autoFocus, placeholder }}
        autoComplete="off"
        value={props.query}
        onChange={search}
        onCompositionEnd={() => onOpen('key')}
        onFocus={() => onFocusChange(true)}
        onBlur={() => onFocusChange(false)}
        onClick={() => onOpen('pointer')}
        onKeyDown={openByKey}
        className={`${props.inputClassName} pr-9`}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label="Show the list"
        onClick={openByButton}
        className="absolute inset-y-0 right-0 grid w-9 items-center justify-items-end text-quiet"
      >
        <ChevronDown aria-hidden className="size-4" />
      </button>
    </div>
  )
}
