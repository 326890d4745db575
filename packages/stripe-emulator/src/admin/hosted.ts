import { couponOf } from '../resources/catalog/coupons/discount'
import type { Invoice } from '../resources/invoices/invoice'
import { linkToken, readToken } from '../resources/invoices/link'
import { serialiseInvoice } from '../resources/invoices/serialise'
import { unitAtTimeOf } from '../state/clock'
import { ROOT } from '../state/database'
import type { UnitOfWork } from '../state/unit-of-work'
import type { HostedInvoice, HostedPayment } from './admin'

export interface Opened {
  unit: UnitOfWork
  invoice: Invoice
  expiresAt: number
}

/** Returns the invoice a hosted link leads to, at its own time; undefined for a bad link and for a draft. */
export function openLink(
  token: string,
  unitFor: (account: string) => UnitOfWork | undefined,
): Opened | undefined {
  const link = readToken(token)
  const unit = link && unitFor(link.account)
  const invoice = unit?.get('invoice', link?.invoice ?? '')
  if (!link || !unit || !invoice || invoice.status === 'draft') return undefined
  return { unit: unitAtTimeOf(unit, invoice.id), invoice, expiresAt: link.expiresAt }
}

export function toHosted({ unit, invoice, expiresAt }: Opened): HostedInvoice | undefined {
  const account = unit.change.collections(ROOT).account.get(unit.account)?.object
  if (!account) return undefined
  const lines = unit.collections.line_item.inGroup(invoice.id)
  const discounts = [...invoice.discounts, ...lines.flatMap((line) => line.discounts)]
  const payments = paymentsOf(unit, invoice)
  const charge = payments.findLast((payment) => payment.charge)?.charge
  const waiting = waitingIntent(unit, invoice)
  const replacement = replacementOf(unit, invoice)
  const shippingRate = unit.get('shipping_rate', invoice.shipping_cost?.shipping_rate ?? '')
  return {
    now: unit.now,
    account,
    invoice: serialiseInvoice(unit, invoice),
    lines,
    taxRates: taxRatesIn(unit, [invoice.total_taxes, ...lines.map((line) => line.taxes)]),
    discounts: [...new Set(discounts)].flatMap((id) => {
      const coupon = couponOf(unit, id)
      return coupon ? [{ id, coupon }] : []
    }),
    payments,
    creditNotes: unit.collections.credit_note.inGroup(invoice.id).filter(({ status }) => status === 'issued'),
    senderTaxIds: (invoice.account_tax_ids ?? []).flatMap((id) => unit.get('tax_id', id) ?? []),
    ...(charge && { charge }),
    ...(waiting && { intent: waiting }),
    ...(shippingRate?.display_name && { shippingName: shippingRate.display_name }),
    ...(replacement && { replacement }),
    processing: waiting?.status === 'processing',
    expired: expiresAt <= unit.now,
  }
}

type Taxes = { tax_rate_details: { tax_rate: string } | null }[] | null

/** Returns every rate that some taxes came from, once. */
export function taxRatesIn(unit: UnitOfWork, taxes: Taxes[]): HostedInvoice['taxRates'] {
  const ids = taxes.flatMap((some) => (some ?? []).map((tax) => tax.tax_rate_details?.tax_rate ?? ''))
  return [...new Set(ids)].flatMap((id) => unit.get('tax_rate', id) ?? [])
}

/** What went through, with the charge that moved the money when one did. */
function paymentsOf(unit: UnitOfWork, invoice: Invoice): HostedPayment[] {
  const paid = unit.collections.invoice_payment.inGroup(invoice.id).filter(({ status }) => status === 'paid')
  return paid.map((payment) => {
    const { payment_intent, charge: id } = payment.payment
    const charge = id
      ? unit.get('charge', id)
      : unit.collections.charge.inGroup(payment_intent ?? '').findLast(({ status }) => status === 'succeeded')
    return { payment, ...(charge && { charge }) }
  })
}

function waitingIntent(unit: UnitOfWork, invoice: Invoice): HostedInvoice['intent'] {
  return unit.collections.invoice_payment
    .inGroup(invoice.id)
    .filter(({ status }) => status === 'open')
    .flatMap(({ payment }) => unit.get('payment_intent', payment.payment_intent ?? '') ?? [])
    .at(-1)
}

function replacementOf(unit: UnitOfWork, { latest_revision }: Invoice): HostedInvoice['replacement'] {
  const latest = unit.get('invoice', latest_revision ?? '')
  if (!latest || latest.status === 'draft') return undefined
  return { number: latest.number, token: linkToken(unit.account, latest, unit.now) }
}
