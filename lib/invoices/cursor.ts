import { isUuid } from '@/lib/text/uuid'

/** Where a page of the list begins: beside this invoice, towards older or newer ones. */
export type Cursor = { direction: 'older' | 'newer'; id: string }

const LETTERS = { older: 'o', newer: 'n' } as const

/** Null for the first page, which is also what a cursor that nobody handed out leads to. */
export function parseCursor(text: string | null): Cursor | null {
  const [letter, id] = (text ?? '').split('.', 2)
  if (!id || !isUuid(id)) return null
  if (letter === LETTERS.older) return { direction: 'older', id }
  return letter === LETTERS.newer ? { direction: 'newer', id } : null
}

export function cursorAfter(row: { id: string } | undefined) {
  return row ? `${LETTERS.older}.${row.id}` : null
}

export function cursorBefore(row: { id: string } | undefined) {
  return row ? `${LETTERS.newer}.${row.id}` : null
}
