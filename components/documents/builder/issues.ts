import type { FieldErrors, FieldPath } from 'react-hook-form'
import { set } from 'react-hook-form'
import type { Draft } from '@/lib/documents/draft'
import type { FieldIssue } from '@/lib/result'

/** Issues of the whole that have no control of their own, and where the form keeps them. */
const HOMES: Record<string, string> = { lines: 'lines.root', discount: 'discount.value' }

/** Issues as react-hook-form holds them; the first of each field counts. */
export function errorsFrom(issues: FieldIssue[]): FieldErrors<Draft> {
  const errors: FieldErrors<Draft> = {}
  for (const { field, code, message } of [...issues].reverse()) {
    set(errors, homeOf(field), { type: code, message })
  }
  return errors
}

/** Where the form keeps an issue that came back from the server; what has no field of its own stands at the total. */
export function homeOf(field: string) {
  const path = field.replace(/^draft\./, '')
  const home = HOMES[path] ?? path
  return isFormPath(home) ? home : 'root.total'
}

const FORM_PATH =
  /^(clientId|currency|taxBehavior|memo|footer|terms\.\w+|discount\.\w+|lines\.(root|\d+\.(\w+|discount\.\w+)))$/

function isFormPath(path: string): path is FieldPath<Draft> {
  return FORM_PATH.test(path)
}

/** The inverse of `errorsFrom`: what is shown in the summary, in the order of the page. */
export function issuesFrom(errors: FieldErrors<Draft>) {
  return flatten(errors, '').sort((one, other) => comparePlaces(one.field, other.field))
}

function flatten(node: unknown, path: string): { field: string; message: string }[] {
  if (typeof node !== 'object' || node === null) return []
  if ('message' in node && typeof node.message === 'string') return [{ field: path, message: node.message }]
  return Object.entries(node).flatMap(([key, child]) => flatten(child, path === '' ? key : `${path}.${key}`))
}

const ORDER = ['clientId', 'currency', 'terms', 'taxBehavior', 'lines', 'discount', 'root', 'memo', 'footer']

const CELLS = ['description', 'quantity', 'unitPrice', 'taxPercent', 'discount']

function comparePlaces(one: string, other: string) {
  const theirs = placeOf(other)
  return (
    placeOf(one)
      .map((place, i) => place - (theirs[i] ?? 0))
      .find(Boolean) ?? 0
  )
}

function placeOf(field: string) {
  const [first = '', line = '', cell = ''] = field.split('.')
  return [ORDER.indexOf(first), Number(line) || 0, CELLS.indexOf(cell)]
}

const NAMES: Record<string, string> = {
  clientId: 'Client',
  terms: 'Due',
  description: 'description',
  quantity: 'quantity',
  unitPrice: 'price',
  taxPercent: 'tax',
  discount: 'Discount',
  memo: 'Memo',
  footer: 'Footer',
  currency: 'Currency',
}

/** What a path is called on the page: `lines.2.unitPrice` is `Line 3, price`. */
export function fieldName(field: string) {
  const [first = '', index, cell = ''] = field.split('.')
  if (first === 'lines')
    return index === 'root' ? 'Lines' : `Line ${Number(index) + 1}, ${(NAMES[cell] ?? cell).toLowerCase()}`
  return first === 'root' ? 'Total' : (NAMES[first] ?? first)
}

/** The id of the control of a path, for labels and for the summary to jump to. */
export function controlId(field: string) {
  return `draft-${field.replaceAll('.', '-')}`
}

export function errorIdOf(field: string) {
  return `${controlId(field)}-error`
}
