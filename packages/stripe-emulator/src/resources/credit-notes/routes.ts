import { emit, emitUpdate } from '../../events/emit'
import type { UnitOfWork } from '../../state/unit-of-work'
import { operation } from '../../transport/operation'
import { pageOf, pageOfList, paging } from '../../transport/pages'
import { text } from '../../transport/params/leaves'
import { metadata } from '../../transport/params/params'
import { mergeMetadata } from '../../transport/params/shapes'
import { CREDIT_NOTE_TEXTS } from '../../unconfirmed'
import { missing, refuse } from '../../wire/refusal'
import { takeBack } from './apply'
import type { CreditNote } from './credit-note'
import { issueNote } from './issue'
import { linesOf } from './issued'
import { noteFilters, noteParams } from './params'
import { PREVIEW_LINES, previewNote } from './preview'

export const creditNoteRoutes = [
  operation('POST', '/v1/credit_notes', noteParams, ({ unit, params }) => issueNote(unit, params)),

  operation('GET', '/v1/credit_notes', noteFilters, ({ unit, params }) => {
    requireKnown(unit, params)
    const wanted = (note: CreditNote) => {
      if (params.customer !== undefined && note.customer !== params.customer) return false
      if (params.customer_account !== undefined && note.customer_account !== params.customer_account)
        return false
      if (params.invoice !== undefined && note.invoice !== params.invoice) return false
      return params.created?.(note.created) ?? true
    }
    return pageOf(unit, 'credit_note', '/v1/credit_notes', params, wanted, params.invoice)
  }),

  operation(
    'GET',
    '/v1/credit_notes/preview',
    noteParams,
    ({ unit, params }) => previewNote(unit, params).note,
  ),

  operation('GET', PREVIEW_LINES, { ...noteParams, ...paging }, ({ unit, params }) =>
    pageOfList(previewNote(unit, params).lines, PREVIEW_LINES, params, noSuchLine),
  ),

  operation('GET', '/v1/credit_notes/:credit_note/lines', paging, ({ unit, params, path }) => {
    const note = unit.target('credit_note', path)
    return pageOfList(linesOf(unit, note), `/v1/credit_notes/${note.id}/lines`, params, noSuchLine)
  }),

  operation('GET', '/v1/credit_notes/:id', {}, ({ unit, path }) => unit.target('credit_note', path)),

  operation('POST', '/v1/credit_notes/:id/void', {}, ({ unit, path }) => {
    const note = unit.target('credit_note', path)
    if (note.status === 'void') throw refuse(CREDIT_NOTE_TEXTS.alreadyVoid)
    const invoice = unit.need('invoice', note.invoice, 'invoice')
    if (invoice.status !== 'open') throw refuse(CREDIT_NOTE_TEXTS.notVoidable)
    const voided = unit.put('credit_note', { ...note, status: 'void', voided_at: unit.now })
    emit(unit, 'credit_note.voided', voided)
    takeBack(unit, invoice, voided)
    return voided
  }),

  operation('POST', '/v1/credit_notes/:id', { memo: text(), metadata }, ({ unit, params, path }) => {
    const before = unit.target('credit_note', path)
    const after = unit.put('credit_note', {
      ...before,
      memo: params.memo ?? before.memo,
      metadata: mergeMetadata(before.metadata ?? {}, params.metadata),
    })
    emitUpdate(unit, 'credit_note.updated', before, after)
    return after
  }),
]

function requireKnown(unit: UnitOfWork, { customer, invoice }: { customer?: string; invoice?: string }) {
  if (customer !== undefined && !unit.get('deleted', customer)) unit.need('customer', customer, 'customer')
  if (invoice !== undefined) unit.need('invoice', invoice, 'invoice')
}

function noSuchLine(id: string, param: string): never {
  throw missing('credit note line item', id, param)
}
