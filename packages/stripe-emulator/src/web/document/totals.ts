import type { HostedInvoice } from '../../admin/admin'
import { formatMoney, type MoneyDisplay } from '../../money/format'
import { discountLabel, taxLabel } from './labels'

/** A row under the lines. The strong one is what the reader came for. */
export interface PrintedTotal {
  label: string
  amount: string
  isStrong?: boolean
}

export type TotalRow = { label: string; amountMinor: number; isStrong?: boolean }

type Invoice = HostedInvoice['invoice']

/** What an invoice and a credit note add up in the same way. */
interface Priced {
  subtotal: number
  total: number
  total_excluding_tax: number | null
  total_taxes: Invoice['total_taxes']
  amount_shipping: number
  discount_amounts: { amount: number; discount: string }[]
}

export function printedTotals(hosted: HostedInvoice, display: MoneyDisplay): PrintedTotal[] {
  const { invoice } = hosted
  const priced = { ...invoice, discount_amounts: invoice.total_discount_amounts ?? [] }
  return printRows([...priceRows(hosted, priced, display), ...owedRows(invoice)], invoice.currency, display)
}

export function printRows(rows: TotalRow[], currency: string, display: MoneyDisplay): PrintedTotal[] {
  return rows.map(({ amountMinor, ...row }) => ({
    ...row,
    amount: formatMoney(amountMinor, currency, display),
  }))
}

/**
 * Returns the rows from the subtotal to the taxes. The subtotal contains the lines' own discounts, so only those of
 * the whole follow.
 */
export function priceRows(hosted: HostedInvoice, priced: Priced, display: MoneyDisplay): TotalRow[] {
  const discounts = priced.discount_amounts.filter(({ discount }) =>
    hosted.invoice.discounts.includes(discount),
  )
  const taxes = priced.total_taxes ?? []
  const beforeTax = {
    label: 'Total excluding tax',
    amountMinor: priced.total_excluding_tax ?? priced.total,
  }
  return [
    { label: 'Subtotal', amountMinor: priced.subtotal },
    ...discounts.map(({ amount, discount }) => ({
      label: discountLabel(hosted, discount, display),
      amountMinor: -amount,
    })),
    ...unlessZero(shippingLabel(hosted), priced.amount_shipping),
    ...(taxes.length > 0 ? [beforeTax] : []),
    ...taxes.map((tax) => ({ label: taxLabel(hosted, tax, display), amountMinor: tax.amount })),
  ]
}

function owedRows(invoice: Invoice): TotalRow[] {
  const total = { label: 'Total', amountMinor: invoice.total }
  if (invoice.status === 'void') return [{ ...total, isStrong: true }]
  const credited = invoice.pre_payment_credit_notes_amount
  return [
    total,
    ...unlessZero(balanceLabel(invoice), invoice.amount_due + credited - invoice.total),
    ...unlessZero('Credit notes', -credited),
    ...unlessZero('Amount paid', -invoice.amount_paid),
    ...unlessZero('Overpaid, credited to your balance', invoice.amount_overpaid),
    { label: 'Amount due', amountMinor: invoice.amount_remaining, isStrong: true },
    ...unlessZero('Credited after payment', invoice.post_payment_credit_notes_amount),
  ]
}

/** Whatever lies between total and amount due went to or came from the customer's balance. */
function balanceLabel({ total, starting_balance }: Invoice): string {
  if (total < 0) return 'Credited to your balance'
  if (starting_balance < 0) return 'Applied balance'
  return starting_balance > 0 ? 'Previous balance' : 'Moved to your next invoice'
}

function shippingLabel({ shippingName }: HostedInvoice): string {
  return shippingName ? `Shipping (${shippingName})` : 'Shipping'
}

export function unlessZero(label: string, amountMinor: number): TotalRow[] {
  return amountMinor === 0 ? [] : [{ label, amountMinor }]
}
