import { type Fields, mapFields, type ValuesOf } from '@/lib/documents/field'
import { DOCUMENT_FIELDS, LINE_FIELDS } from '@/lib/documents/fields'
import { issueAt } from '@/lib/documents/values/kind'
import type { Issue } from '@/lib/issues'
import type { Draft } from './draft'

/**
 * A form's draft, its numbers in the writer's locale, with decimals in their place. What cannot be read becomes
 * empty here and stays as typed in the form, beside its issue. Empty cells are no issue: a draft may be unfinished.
 */
export function readDraft(typed: Draft, locale: string): { draft: Draft; issues: Issue[] } {
  const issues: Issue[] = []
  const typing = { locale, currency: typed.currency }
  const read = <F extends Fields>(fields: F, values: ValuesOf<F>, path: string) =>
    mapFields(fields, values, (field, text, name) => {
      const { value, fault } = field.read(text, typing)
      if (fault) issues.push(issueAt(`${path}${name}`, fault))
      return value
    })
  const lines = typed.lines.map((line, i) => ({ id: line.id, ...read(LINE_FIELDS, line, `lines.${i}.`) }))
  return { draft: { ...read(DOCUMENT_FIELDS, typed, ''), lines }, issues }
}

/** A draft as the form shows it: the inverse of `readDraft`. */
export function typedDraft(draft: Draft, locale: string): Draft {
  const write = <F extends Fields>(fields: F, values: ValuesOf<F>) =>
    mapFields(fields, values, (field, value) => field.write(value, locale))
  const lines = draft.lines.map((line) => ({ id: line.id, ...write(LINE_FIELDS, line) }))
  return { ...write(DOCUMENT_FIELDS, draft), lines }
}
