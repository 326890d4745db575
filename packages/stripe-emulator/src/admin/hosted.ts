import { couponOf } from '../resources/catalog/coupons/discount'
import type { Invoice } from '../resources/invoices/invoice'
import { linkToken, readToken } from '../resources/invoices/link'
import { seen } from '../resources/invoices/serialise'
import { inItsTime } from '../state/clock'
import { ROOT } from '../state/database'
import type { Book } from '../state/unit-of-work'
import type { HostedInvoice, HostedPayment } from './admin'

export interface Opened {
  book: Book
  invoice: Invoice
  expiresAt: number
}

/** The invoice a hosted link leads to, at its own time; undefined for a bad link and for a draft. */
export function openLink(token: string, bookFor: (account: string) => Book | undefined): Opened | undefined {
  const link = readToken(token)
  const book = link && bookFor(link.account)
  const invoice = book?.get('invoice', link?.invoice ?? '')
  if (!link || !book || !invoice || invoice.status === 'draft') return undefined
  return { book: inItsTime(book, invoice.id), invoice, expiresAt: link.expiresAt }
}

export function toHosted({ book, invoice, expiresAt }: Opened): HostedInvoice | undefined {
  const account = book.change.shelves(ROOT).account.get(book.account)?.object
  if (!account) return undefined
  const lines = book.shelves.line_item.inGroup(invoice.id)
  const discounts = [...invoice.discounts, ...lines.flatMap((line) => line.discounts)]
  const payments = paymentsOf(book, invoice)
  const charge = payments.findLast((payment) => payment.charge)?.charge
  const waiting = waitingIntent(book, invoice)
  const replacement = replacementOf(book, invoice)
  const shippingRate = book.get('shipping_rate', invoice.shipping_cost?.shipping_rate ?? '')
  return {
    now: book.now,
    account,
    invoice: seen(book, invoice),
    lines,
    taxRates: taxRatesIn(book, [invoice.total_taxes, ...lines.map((line) => line.taxes)]),
    discounts: [...new Set(discounts)].flatMap((id) => {
      const coupon = couponOf(book, id)
      return coupon ? [{ id, coupon }] : []
    }),
    payments,
    creditNotes: book.shelves.credit_note.inGroup(invoice.id).filter(({ status }) => status === 'issued'),
    senderTaxIds: (invoice.account_tax_ids ?? []).flatMap((id) => book.get('tax_id', id) ?? []),
    ...(charge && { charge }),
    ...(waiting && { intent: waiting }),
    ...(shippingRate?.display_name && { shippingName: shippingRate.display_name }),
    ...(replacement && { replacement }),
    processing: waiting?.status === 'processing',
    expired: expiresAt <= book.now,
  }
}

type Taxes = { tax_rate_details: { tax_rate: string } | null }[] | null

/** Every rate that some taxes came from, once. */
export function taxRatesIn(book: Book, taxes: Taxes[]): HostedInvoice['taxRates'] {
  const ids = taxes.flatMap((some) => (some ?? []).map((tax) => tax.tax_rate_details?.tax_rate ?? ''))
  return [...new Set(ids)].flatMap((id) => book.get('tax_rate', id) ?? [])
}

/** What went through, with the charge that moved the money when one did. */
function paymentsOf(book: Book, invoice: Invoice): HostedPayment[] {
  const paid = book.shelves.invoice_payment.inGroup(invoice.id).filter(({ status }) => status === 'paid')
  return paid.map((payment) => {
    const { payment_intent, charge: id } = payment.payment
    const charge = id
      ? book.get('charge', id)
      : book.shelves.charge.inGroup(payment_intent ?? '').findLast(({ status }) => status === 'succeeded')
    return { payment, ...(charge && { charge }) }
  })
}

function waitingIntent(book: Book, invoice: Invoice): HostedInvoice['intent'] {
  return book.shelves.invoice_payment
    .inGroup(invoice.id)
    .filter(({ status }) => status === 'open')
    .flatMap(({ payment }) => book.get('payment_intent', payment.payment_intent ?? '') ?? [])
    .at(-1)
}

function replacementOf(book: Book, { latest_revision }: Invoice): HostedInvoice['replacement'] {
  const latest = book.get('invoice', latest_revision ?? '')
  if (!latest || latest.status === 'draft') return undefined
  return { number: latest.number, token: linkToken(book.account, latest, book.now) }
}
