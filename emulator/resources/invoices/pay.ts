import type { Book } from '../../state/book'
import { bool, text } from '../../transport/leaves'
import { operation } from '../../transport/operation'
import { unsettable } from '../../transport/params'
import { refuse } from '../../transport/refusal'
import { OUT_OF_BAND_CANCELS_PAYMENT_INTENT } from '../../unconfirmed'
import { attemptPayment, markPaid } from '../payments/attempt'
import { cancelPayment } from '../payments/invoice-payment'
import { instrumentById as cardById } from '../payments/instrument'
import type { Instrument as CardInHand } from '../payments/payment-method'
import { finalize } from './finalize'
import type { Invoice } from './invoice'
import { seen } from './seen'

const params = {
  forgive: bool(),
  mandate: unsettable(text()),
  off_session: bool(),
  paid_out_of_band: bool(),
  payment_method: text(),
}

export const payInvoice = operation('POST', '/v1/invoices/:id/pay', params, ({ book, params, path }) => {
  const invoice = requirePayable(book.target('invoice', path))
  if (params.paid_out_of_band) return seen(book, payOutOfBand(book, finalized(book, invoice)))
  const card = cardFor(book, invoice, params.payment_method)
  const final = finalized(book, invoice)
  return seen(book, final.status === 'paid' ? final : attemptPayment(book, final, card))
})

/** Also what the hosted page does with a card. */
export function payWithCard(book: Book, invoice: Invoice, card: CardInHand): Invoice {
  return attemptPayment(book, requirePayable(invoice), card)
}

function requirePayable(invoice: Invoice): Invoice {
  if (invoice.status === 'paid') throw refuse('Invoice is already paid')
  if (invoice.status === 'void') throw refuse("You can only pass in open invoices. This invoice isn't open.")
  return invoice
}

function finalized(book: Book, invoice: Invoice): Invoice {
  return invoice.status === 'draft' ? finalize(book, invoice) : invoice
}

function payOutOfBand(book: Book, invoice: Invoice): Invoice {
  if (invoice.status === 'paid') return invoice
  const paid = markPaid(book, invoice, invoice.amount_remaining, {})
  if (OUT_OF_BAND_CANCELS_PAYMENT_INTENT) cancelPayment(book, paid, 'automatic')
  return paid
}

function cardFor(book: Book, invoice: Invoice, id: string | undefined): CardInHand {
  if (id !== undefined) return cardById(book, id, 'payment_method')
  const customer = book.get('customer', invoice.customer ?? '')
  const usual = invoice.default_payment_method ?? customer?.invoice_settings.default_payment_method
  if (usual) return cardById(book, usual, 'payment_method')
  throw refuse(
    'There is no `default_payment_method` set on this Customer or Invoice. Please set a `default_payment_method`.',
  )
}
