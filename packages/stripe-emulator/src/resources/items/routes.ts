import { emit } from '../../events/emit'
import type { Book } from '../../state/unit-of-work'
import { operation } from '../../transport/operation'
import { pageOf, paging, range } from '../../transport/pages'
import { bool, text } from '../../transport/params/leaves'
import { TEXTS } from '../../unconfirmed'
import { missing, refuse } from '../../wire/refusal'
import { accountOf } from '../accounts/account-of'
import { fixCurrency } from '../customers/customer'
import { editDraft } from '../invoices/edit'
import type { Invoice } from '../invoices/invoice'
import { requireRoom } from '../invoices/lines/capacity'
import { changeItem, createItem, type Item } from './item'
import { itemIdOf, placeLine, refreshLine, takeOffLine } from './line'
import { itemParams, itemUpdateParams } from './params'

const filters = {
  ...paging,
  created: range,
  customer: text(),
  customer_account: text(),
  invoice: text(),
  pending: bool(),
}
const LOCKED = "Can't delete an invoice item that is attached to an invoice that is no longer editable"

export const itemRoutes = [
  operation('POST', '/v1/invoiceitems', itemParams, ({ book, params }) => {
    const customer = book.need('customer', params.customer, 'customer')
    const invoice = params.invoice === undefined ? undefined : draftFor(book, params.invoice, customer.id)
    const price = params.pricing?.price && book.get('price', params.pricing.price)?.currency
    const currency = params.currency ?? params.price_data?.currency ?? (price || undefined)
    const place = {
      customer: customer.id,
      currency:
        currency ?? invoice?.currency ?? customer.currency ?? accountOf(book).default_currency ?? 'usd',
      subscription: params.subscription && book.need('subscription', params.subscription, 'subscription').id,
    }
    if (invoice && place.currency !== invoice.currency) {
      throw refuse(TEXTS.currencyMismatch(place.currency, invoice.currency), { param: 'currency' })
    }
    fixCurrency(book, customer, place.currency)
    if (invoice) requireRoom(book, invoice, 1)
    const item = createItem(book, params, { ...place, invoice: invoice?.id ?? null })
    emit(book, 'invoiceitem.created', item)
    if (invoice) {
      editDraft(book, invoice, () => {
        placeLine(book, item, invoice.id)
        return invoice
      })
    }
    return item
  }),

  operation('GET', '/v1/invoiceitems', filters, ({ book, params }) =>
    pageOf(book, 'invoiceitem', '/v1/invoiceitems', params, (item) => {
      if (params.customer !== undefined && item.customer !== params.customer) return false
      if (params.invoice !== undefined && item.invoice !== params.invoice) return false
      if (params.pending !== undefined && (item.invoice === null) !== params.pending) return false
      return params.created?.(item.date) ?? true
    }),
  ),

  operation('GET', '/v1/invoiceitems/:id', {}, ({ book, path }) => findItem(book, path.id)),

  operation('POST', '/v1/invoiceitems/:id', itemUpdateParams, ({ book, params, path }) => {
    if (book.get('deleted', path.id)) throw refuse('This invoice item has been deleted.')
    const item = findItem(book, path.id)
    const invoice = book.get('invoice', item.invoice ?? '')
    if (!invoice) return changeItem(book, item, params)
    if (invoice.status !== 'draft') throw refuse("Finalized invoices can't be updated in this way")
    editDraft(book, invoice, () => {
      const changed = changeItem(book, item, params)
      const line = lineOf(book, item)
      if (line) refreshLine(book, line, changed)
      return invoice
    })
    return findItem(book, item.id)
  }),

  operation('DELETE', '/v1/invoiceitems/:id', {}, ({ book, path }) => {
    if (book.get('deleted', path.id)) throw refuse(LOCKED)
    const item = findItem(book, path.id)
    const invoice = book.get('invoice', item.invoice ?? '')
    if (invoice && invoice.status !== 'draft') throw refuse(LOCKED)
    const line = lineOf(book, item)
    book.remove('invoiceitem', item.id)
    emit(book, 'invoiceitem.deleted', item)
    if (invoice && line) {
      editDraft(book, invoice, () => {
        takeOffLine(book, line)
        return invoice
      })
    }
    return { id: item.id, object: 'invoiceitem', deleted: true }
  }),
]

function draftFor(book: Book, id: string, customer: string): Invoice {
  const invoice = book.need('invoice', id, 'invoice')
  if (invoice.customer !== customer) throw missing('invoice', id, 'invoice')
  if (invoice.status === 'draft') return invoice
  throw refuse('Invalid invoice: This invoice is no longer editable', { code: 'invoice_not_editable' })
}

function findItem(book: Book, id: string): Item {
  return book.target('invoiceitem', { id, param: 'id' })
}

function lineOf(book: Book, item: Item) {
  return book.shelves.line_item.inGroup(item.invoice ?? '').find((line) => itemIdOf(line) === item.id)
}
