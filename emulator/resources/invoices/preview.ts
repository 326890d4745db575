import type { Book } from '../../state/book'
import { newId } from '../../state/ids'
import { currency, oneOf, text } from '../../transport/leaves'
import { operation } from '../../transport/operation'
import { hash, list, type Read, required } from '../../transport/params'
import { discounts } from '../../transport/shapes'
import { accountOf } from '../accounts/account-of'
import { applyDiscounts } from '../catalog/discount'
import { createItem } from '../items/item'
import { placeLine } from '../items/line'
import { lineParams } from '../items/params'
import { requireRoom } from './capacity'
import { type Invoice, newInvoice } from './invoice'
import { recalculate } from './recalculate'
import { seen } from './seen'

const { pricing: _, ...itemParams } = lineParams

const params = {
  currency: currency(),
  customer: required(text()),
  discounts,
  invoice_items: list(hash({ ...itemParams, currency: currency(), price: text() })),
  preview_mode: oneOf('next', 'recurring'),
}

/** What an invoice would come to. Nothing of it is kept, and nothing is said. */
export const previewInvoice = operation('POST', '/v1/invoices/create_preview', params, ({ book, params }) =>
  book.trial((trial) => preview(trial, params)),
)

function preview(book: Book, given: Read<typeof params>): Invoice {
  const customer = book.need('customer', given.customer, 'customer')
  const account = accountOf(book)
  const [first] = given.invoice_items ?? []
  const currency = given.currency ?? first?.currency ?? customer.currency ?? account.default_currency ?? 'usd'
  const empty = newInvoice({ account, customer, currency, now: book.now })
  const id = newId('upcoming_in')
  const lines = { ...empty.lines, url: `/v1/invoices/${id}/lines` }
  const target = { customer: customer.id, invoice: id, invoiceItem: null, currency }
  const applied = applyDiscounts(book, given.discounts ?? null, target)
  const invoice = book.put('invoice', { ...empty, id, lines, discounts: applied })
  requireRoom(book, invoice, given.invoice_items?.length ?? 0)
  given.invoice_items?.forEach(({ price, ...item }, index) => {
    const place = { customer: customer.id, currency, invoice: id, at: `invoice_items[${index}]` }
    placeLine(
      book,
      createItem(book, { ...item, pricing: price === undefined ? undefined : { price } }, place),
      id,
    )
  })
  return seen(book, recalculate(book, invoice))
}
