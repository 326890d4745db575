import type { FieldErrors, FieldPath } from 'react-hook-form'
import { set } from 'react-hook-form'
import type { Draft } from '@/lib/documents/draft/draft'
import { controlPath, inPageOrder } from '@/lib/documents/field-path'
import type { FieldIssue } from '@/lib/result'

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
  const home = path === 'lines' ? 'lines.root' : (controlPath(path) ?? 'root.total')
  // Made of the names of the form's own fields; the form takes no other.
  return home as FieldPath<Draft>
}

/** The inverse of `errorsFrom`: what is shown in the summary, in the order of the page. */
export function issuesFrom(errors: FieldErrors<Draft>) {
  return inPageOrder(flatten(errors, ''))
}

function flatten(node: unknown, path: string): { field: string; message: string }[] {
  if (typeof node !== 'object' || node === null) return []
  if ('message' in node && typeof node.message === 'string') return [{ field: path, message: node.message }]
  return Object.entries(node).flatMap(([key, child]) => flatten(child, path === '' ? key : `${path}.${key}`))
}

/** The id of the control of a path, for labels and for the summary to jump to. */
export function controlId(field: string) {
  return `draft-${field.replaceAll('.', '-')}`
}

export function errorIdOf(field: string) {
  return `${controlId(field)}-error`
}
