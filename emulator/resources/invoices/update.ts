import type { Book } from '../../state/book'
import { operation } from '../../transport/operation'
import { refuse } from '../../transport/refusal'
import { mergeMetadata } from '../../transport/shapes'
import { changeInvoice, editDraft } from './edit'
import type { Invoice } from './invoice'
import { EDITABLE_WHEN_OPEN, type InvoiceRequest, invoiceParams, sentNames } from './params'
import { seen } from './seen'
import { withTerms } from './terms'

export const updateInvoice = operation(
  'POST',
  '/v1/invoices/:id',
  invoiceParams,
  ({ book, params, path }) => {
    const invoice = book.target('invoice', path)
    if (invoice.status === 'draft') return editDraft(book, invoice, () => withTerms(book, invoice, params))
    return seen(book, updateFinalized(book, invoice, params))
  },
)

function updateFinalized(book: Book, invoice: Invoice, params: InvoiceRequest): Invoice {
  const allowed = invoice.status === 'open' ? EDITABLE_WHEN_OPEN : new Set(['metadata'])
  const param = sentNames(params).find((name) => !allowed.has(name))
  if (param) throw refuse("Finalized invoices can't be updated in this way", { param })
  const method = params.default_payment_method
  if (method) book.need('payment_method', method, 'default_payment_method')
  return changeInvoice(book, invoice, {
    auto_advance: params.auto_advance ?? invoice.auto_advance,
    default_payment_method: method === undefined ? invoice.default_payment_method : method,
    metadata: mergeMetadata(invoice.metadata ?? {}, params.metadata),
  })
}
