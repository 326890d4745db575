'use client'

import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { notify } from '@/components/ui/overlays/toasts'
import { type Draft, type DraftLine, emptyLine, LINES_FULL, LINES_MAX } from '@/lib/documents/draft/draft'
import { newLineId } from './line-id'

export type LineCommands = {
  add: () => void
  duplicate: (index: number) => void
  remove: (index: number) => void
  /** The focus stays in the cell it was in. */
  move: (from: number, to: number) => void
}

/** The lines of the form and what can be done with them. `said` is for the ears only. */
export function useLines() {
  'use memo'
  const { control, getValues, setFocus } = useFormContext<Draft>()
  // Taken apart, as only its parts stay the same between renders: the rows are drawn anew when a command changes.
  const {
    fields,
    insert,
    update,
    remove: takeOut,
    move: shift,
  } = useFieldArray({ control, name: 'lines', keyName: 'key' })
  const [said, setSaid] = useState('')

  function place(line: DraftLine, index: number) {
    if (getValues('lines').length >= LINES_MAX) return notify(LINES_FULL)
    insert(index, line, { focusName: `lines.${index}.description` })
  }

  function add() {
    const lines = getValues('lines')
    place(emptyLine(newLineId(), { taxPercent: lines.at(-1)?.taxPercent ?? '' }), lines.length)
  }

  function duplicate(index: number) {
    const line = getValues(`lines.${index}`)
    place({ ...structuredClone(line), id: newLineId() }, index + 1)
  }

  function remove(index: number) {
    const { length } = getValues('lines')
    const line = structuredClone(getValues(`lines.${index}`))
    const undo = () => insert(index, line, { focusName: `lines.${index}.description` })
    flushSync(() => (length === 1 ? update(0, emptyLine(newLineId())) : takeOut(index)))
    setFocus(`lines.${Math.min(index, Math.max(length - 2, 0))}.description`)
    notify(`Line ${index + 1} removed`, { label: 'Undo', run: undo })
  }

  function move(from: number, to: number) {
    const { length } = getValues('lines')
    if (to < 0 || to >= length || from === to) return
    const cell =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset.cell : undefined
    flushSync(() => shift(from, to))
    // Moving an element takes the focus from it.
    document.querySelector<HTMLElement>(`[data-line="${to}"] [data-cell="${cell}"]`)?.focus()
    setSaid(`Moved to line ${to + 1} of ${length}`)
  }

  const commands: LineCommands = { add, duplicate, remove, move }
  return { fields, commands, said }
}
