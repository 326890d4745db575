import type { UseFormReturn } from 'react-hook-form'
import type { Draft } from '@/lib/documents/draft/draft'
import { readDraft, typedDraft } from '@/lib/documents/draft/typed'

/** The numbers of a line, each a column of the table with its heading. */
export const NUMBER_CELLS = [
  { cell: 'quantity', heading: 'Quantity' },
  { cell: 'unitPrice', heading: 'Price' },
  { cell: 'taxPercent', heading: 'Tax %' },
] as const

export type NumberCell = (typeof NUMBER_CELLS)[number]['cell']

/** When a cell is left: writes its number as the locale does, or says why it cannot be read. What was typed stays. */
export function settleCell(form: UseFormReturn<Draft>, index: number, cell: NumberCell, locale: string) {
  const typed = form.getValues()
  const line = typed.lines[index]
  if (!line) return
  const field = `lines.${index}.${cell}` as const
  const { draft, issues } = readDraft({ ...typed, discount: null, lines: [line] }, locale)
  const issue = issues.find((one) => one.field === `lines.0.${cell}`)
  if (issue) return form.setError(field, { type: issue.code, message: issue.message })

  const written = typedDraft(draft, locale).lines[0]?.[cell] ?? ''
  if (written !== line[cell]) form.setValue(field, written)
  // After a try to send, the resolver looks after the errors.
  if (!form.formState.isSubmitted) form.clearErrors(field)
}
