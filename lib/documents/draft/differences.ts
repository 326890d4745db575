import type { Field, Fields } from '@/lib/documents/field'
import { DOCUMENT_FIELDS, LINE_FIELDS } from '@/lib/documents/fields'
import type { Draft, DraftLine } from './draft'

export type Difference = { label: string; mine: string; theirs: string }

/** Where two versions of a draft part, in the words of the page. Lines are compared by their place. */
export function draftDifferences(mine: Draft, theirs: Draft): Difference[] {
  const fields: Fields = DOCUMENT_FIELDS
  const values: [Record<string, unknown>, Record<string, unknown>] = [mine, theirs]
  const rows = Object.entries(fields).map(([name, field]) => ({
    label: field.label,
    ...wordsOf(field, values[0][name], values[1][name]),
  }))
  return [...rows, ...linesOf(mine, theirs)].filter((row) => row.mine !== row.theirs)
}

function wordsOf(field: Field<unknown>, mine: unknown, theirs: unknown) {
  if (field.words) return { mine: field.words(mine), theirs: field.words(theirs) }
  return { mine: '', theirs: mine === theirs ? '' : 'another one' }
}

function linesOf(mine: Draft, theirs: Draft) {
  const count = Math.max(mine.lines.length, theirs.lines.length)
  return Array.from({ length: count }, (_, i) => ({
    label: `Line ${i + 1}`,
    mine: lineWords(mine.lines[i]),
    theirs: lineWords(theirs.lines[i]),
  }))
}

function lineWords(line: DraftLine | undefined) {
  if (!line) return 'none'
  const values: Record<string, unknown> = line
  return Object.entries<Field<unknown>>(LINE_FIELDS)
    .map(([name, field]) => field.words?.(values[name]) ?? '')
    .join('')
}
