import { type Fields, fieldNames } from './field'
import { DOCUMENT_FIELDS, LINE_FIELDS } from './fields'

/** A path names a place in a draft: `memo`, `discount.value`, `lines.2.unitPrice`, `lines` for their number, `total`. */

const PAGE = fieldNames(DOCUMENT_FIELDS).flatMap((name) =>
  // The lines stand above what is taken off them all, and the total below it.
  name === 'discount' ? ['lines', 'discount', 'total', 'root'] : [name],
)
const LINE = ['root', ...fieldNames(LINE_FIELDS)]

/** Issues from the head of the page to its foot. */
export function inPageOrder<T extends { field: string }>(issues: T[]): T[] {
  return [...issues].sort((one, other) => comparePlaces(placeOf(one.field), placeOf(other.field)))
}

function comparePlaces(one: number[], other: number[]) {
  return one.map((place, i) => place - (other[i] ?? 0)).find(Boolean) ?? 0
}

function placeOf(field: string) {
  const [first = '', line = '', cell = ''] = field.split('.')
  return [PAGE.indexOf(first), Number(line) || 0, LINE.indexOf(cell)]
}

/** What a path is called on the page: `lines.2.unitPrice` is `Line 3, price`. */
export function fieldName(field: string) {
  const [first = '', line, cell = ''] = field.split('.')
  if (first === 'total' || first === 'root') return 'Total'
  if (first !== 'lines') return labelOf(DOCUMENT_FIELDS, first)
  if (line === undefined || line === 'root') return 'Lines'
  return `Line ${Number(line) + 1}, ${labelOf(LINE_FIELDS, cell).toLowerCase()}`
}

function labelOf(fields: Fields, name: string) {
  return fields[name]?.label ?? name
}

/** The control that a path leads to: `discount` as a whole stands at `discount.value`. Null where there is none. */
export function controlPath(field: string): string | null {
  const [, line = '', path = ''] = /^(lines\.\d+\.)?(.*)$/.exec(field) ?? []
  const [name = '', part] = path.split('.')
  const known = (line ? LINE_FIELDS : DOCUMENT_FIELDS) as Fields
  const parts = known[name]?.parts
  if (!parts) return null
  if (part !== undefined) return parts.includes(part) ? field : null
  return parts[0] === undefined ? field : `${field}.${parts[0]}`
}
