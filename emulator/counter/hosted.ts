import type { HostedInvoice } from '../desk'
import { couponOf } from '../resources/catalog/discount'
import type { Invoice } from '../resources/invoices/invoice'
import { readToken } from '../resources/invoices/link'
import { seen } from '../resources/invoices/seen'
import type { Book } from '../state/book'
import { ROOT } from '../state/ledger'

export interface Opened {
  book: Book
  invoice: Invoice
  expiresAt: number
}

/** The invoice a hosted link leads to; undefined for a bad link and for a draft. */
export function openLink(token: string, bookFor: (account: string) => Book): Opened | undefined {
  const link = readToken(token)
  if (!link) return undefined
  const book = bookFor(link.account)
  const invoice = book.get('invoice', link.invoice)
  if (!invoice || invoice.status === 'draft') return undefined
  return { book, invoice, expiresAt: link.expiresAt }
}

export function toHosted({ book, invoice, expiresAt }: Opened): HostedInvoice | undefined {
  const account = book.change.shelves(ROOT).account.get(book.account)?.object
  if (!account) return undefined
  const lines = book.shelves.line_item.inGroup(invoice.id)
  const taxes = invoice.total_taxes ?? []
  const discounts = [...invoice.discounts, ...lines.flatMap((line) => line.discounts)]
  const intents = book.shelves.invoice_payment
    .inGroup(invoice.id)
    .flatMap((each) => each.payment.payment_intent ?? [])
  const charge = intents
    .flatMap((intent) => book.shelves.charge.inGroup(intent))
    .findLast((each) => each.status === 'succeeded')
  return {
    account,
    invoice: seen(book, invoice),
    lines,
    taxRates: taxes.flatMap((tax) => book.get('tax_rate', tax.tax_rate_details?.tax_rate ?? '') ?? []),
    discounts: [...new Set(discounts)].flatMap((id) => {
      const coupon = couponOf(book, id)
      return coupon ? [{ id, coupon }] : []
    }),
    ...(charge ? { charge } : {}),
    processing: intents.some((intent) => book.get('payment_intent', intent)?.status === 'processing'),
    expired: expiresAt <= book.now,
  }
}
