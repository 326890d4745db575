import { emptyValues, type Fields, mapFields, type ValuesOf } from '@/lib/documents/field'
import { DOCUMENT_FIELDS, LINE_FIELDS } from '@/lib/documents/fields'
import { isBlank } from '@/lib/text/plain-text'

/** Stripe's limit. */
export const LINES_MAX = 250
export const LINES_FULL = `An invoice holds at most ${LINES_MAX} lines. Split it in two.`

/**
 * A document being written. Numbers are text: in the form as its writer's locale has it, everywhere else decimals
 * (`1234.5`). Empty means not filled in yet.
 */
export type Draft = ValuesOf<typeof DOCUMENT_FIELDS> & { lines: DraftLine[] }

/** One line, the same in the draft, in its row, in the bill and on the paper. */
export type DraftLine = { id: string } & ValuesOf<typeof LINE_FIELDS>

export type TaxBehavior = Draft['taxBehavior']

export function emptyDraft(given: Partial<Draft> = {}): Draft {
  return { ...emptyValues(DOCUMENT_FIELDS), lines: [], ...given }
}

export function emptyLine(id: string, given: Partial<DraftLine> = {}): DraftLine {
  return { ...emptyValues(LINE_FIELDS), ...given, id }
}

/** A draft that was kept before a field was there, with the field empty. */
export function withEveryField(draft: Draft): Draft {
  return { ...emptyDraft(draft), lines: draft.lines.map((line) => emptyLine(line.id, line)) }
}

/** The same for another time, without what belongs to this one; `newId` names each line anew. */
export function copyOf(draft: Draft, newId: () => string): Draft {
  const copy = <F extends Fields>(fields: F, values: ValuesOf<F>) =>
    mapFields(fields, values, ({ isOfOnce, empty }, value) => (isOfOnce ? empty : value))
  const lines = draft.lines.map((line) => ({ ...copy(LINE_FIELDS, line), id: newId() }))
  return { ...copy(DOCUMENT_FIELDS, draft), lines }
}

/** Without the spare rows that nobody wrote in; call it before `checkSendable`, so that paths match. */
export function withoutSpareLines(draft: Draft): Draft {
  return {
    ...draft,
    lines: draft.lines.filter((line) => !isBlank(line.description) || line.unitPrice !== ''),
  }
}
