import { cx } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icons/icon'
import type { ComboboxOption } from './combobox'

export type ComboboxRow = { option: ComboboxOption; choose: () => void; isCreate?: boolean }

type Props = {
  id: string
  rows: ComboboxRow[]
  /** Which row Enter would choose. */
  marked: number
  chosen: string | undefined
  status: string | undefined
  onMark: (index: number) => void
  onChoose: (row: ComboboxRow) => void
}

export function rowId(listId: string, index: number) {
  return `${listId}-${index}`
}

/** The open list of a combobox. The focus stays in the field; a row is only marked. */
export function ComboboxList({ id, rows, marked, chosen, status, onMark, onChoose }: Props) {
  return (
    <div className="absolute inset-x-0 top-full z-50 mt-1 rounded border bg-float shadow-float">
      <p role="status" className="px-3 text-quiet not-empty:pt-2">
        {status}
      </p>
      <div
        role="listbox"
        id={id}
        ref={showChosen}
        aria-label="Matches"
        className="max-h-80 overflow-y-auto overscroll-contain p-1"
      >
        {rows.map((row, index) => (
          <button
            key={row.isCreate ? 'create' : row.option.value}
            type="button"
            role="option"
            id={rowId(id, index)}
            tabIndex={-1}
            aria-selected={!row.isCreate && row.option.value === chosen}
            onPointerMove={() => onMark(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(row)}
            className={cx(
              'grid w-full cursor-default text-left grid-cols-[1rem_1fr] gap-2 rounded px-2 py-1.5 select-none pointer-coarse:py-3',
              index === marked && 'bg-wash',
            )}
          >
            <RowMark isCreate={row.isCreate ?? false} isChosen={row.option.value === chosen} />
            <RowText {...row.option} />
          </button>
        ))}
      </div>
    </div>
  )
}

function showChosen(list: HTMLElement | null) {
  list?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
}

function RowMark({ isCreate, isChosen }: { isCreate: boolean; isChosen: boolean }) {
  if (isCreate) return <Icon name="plus" className="mt-0.5 text-accent" />
  return isChosen ? <Icon name="check" className="mt-0.5 text-accent" /> : null
}

function RowText({ label, detail }: ComboboxOption) {
  return (
    <span className="col-start-2 grid min-w-0">
      <span className="truncate">{label}</span>
      {detail && <span className="truncate text-small text-quiet">{detail}</span>}
    </span>
  )
}
