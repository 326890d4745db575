import type { UnitOfWork } from '../../state/unit-of-work'
import { CREDIT_PREVIEW_NEEDS_ALLOCATION } from '../../unconfirmed'
import type { CreditNote, NoteLine } from './credit-note'
import { draftNote, refuseBadAllocation } from './draft'
import type { NoteRequest } from './params'

export const PREVIEW_LINES = '/v1/credit_notes/preview/lines'

/** Returns what a note would be. Its lines are called the same at every look, so that they can be paged. */
export function previewNote(unit: UnitOfWork, given: NoteRequest): { note: CreditNote; lines: NoteLine[] } {
  const draft = draftNote(unit, given, (index) => `cnli_${given.invoice.slice(3)}${index}`)
  if (CREDIT_PREVIEW_NEEDS_ALLOCATION || saysHow(given)) refuseBadAllocation(draft, given)
  const { note, lines, links } = draft
  return { note: { ...note, refunds: links, lines: { ...note.lines, url: PREVIEW_LINES } }, lines }
}

function saysHow({ credit_amount, out_of_band_amount, refund_amount, refunds }: NoteRequest): boolean {
  return [credit_amount, out_of_band_amount, refund_amount, refunds].some((each) => each !== undefined)
}
