import { emit, emitUpdate } from '../../events/emit'
import type { Book } from '../../state/unit-of-work'
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
  operation('POST', '/v1/credit_notes', noteParams, ({ book, params }) => issueNote(book, params)),

  operation('GET', '/v1/credit_notes', noteFilters, ({ book, params }) => {
    requireKnown(book, params)
    const wanted = (note: CreditNote) => {
      if (params.customer !== undefined && note.customer !== params.customer) return false
      if (params.customer_account !== undefined && note.customer_account !== params.customer_account)
        return false
      if (params.invoice !== undefined && note.invoice !== params.invoice) return false
      return params.created?.(note.created) ?? true
    }
    return pageOf(book, 'credit_note', '/v1/credit_notes', params, wanted, params.invoice)
  }),

  operation(
    'GET',
    '/v1/credit_notes/preview',
    noteParams,
    ({ book, params }) => previewNote(book, params).note,
  ),

  operation('GET', PREVIEW_LINES, { ...noteParams, ...paging }, ({ book, params }) =>
    pageOfList(previewNote(book, params).lines, PREVIEW_LINES, params, noSuchLine),
  ),

  operation('GET', '/v1/credit_notes/:credit_note/lines', paging, ({ book, params, path }) => {
    const note = book.target('credit_note', path)
    return pageOfList(linesOf(book, note), `/v1/credit_notes/${note.id}/lines`, params, noSuchLine)
  }),

  operation('GET', '/v1/credit_notes/:id', {}, ({ book, path }) => book.target('credit_note', path)),

  operation('POST', '/v1/credit_notes/:id/void', {}, ({ book, path }) => {
    const note = book.target('credit_note', path)
    if (note.status === 'void') throw refuse(CREDIT_NOTE_TEXTS.alreadyVoid)
    const invoice = book.need('invoice', note.invoice, 'invoice')
    if (invoice.status !== 'open') throw refuse(CREDIT_NOTE_TEXTS.notVoidable)
    const voided = book.put('credit_note', { ...note, status: 'void', voided_at: book.now })
    emit(book, 'credit_note.voided', voided)
    takeBack(book, invoice, voided)
    return voided
  }),

  operation('POST', '/v1/credit_notes/:id', { memo: text(), metadata }, ({ book, params, path }) => {
    const before = book.target('credit_note', path)
    const after = book.put('credit_note', {
      ...before,
      memo: params.memo ?? before.memo,
      metadata: mergeMetadata(before.metadata ?? {}, params.metadata),
    })
    emitUpdate(book, 'credit_note.updated', before, after)
    return after
  }),
]

function requireKnown(book: Book, { customer, invoice }: { customer?: string; invoice?: string }) {
  if (customer !== undefined && !book.get('deleted', customer)) book.need('customer', customer, 'customer')
  if (invoice !== undefined) book.need('invoice', invoice, 'invoice')
}

function noSuchLine(id: string, param: string): never {
  throw missing('credit note line item', id, param)
}
