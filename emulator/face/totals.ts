import type { HostedInvoice } from '../desk'
import { discountLabel, taxRateOf } from './labels'
import { formatMoney, formatPercentage, type MoneyDisplay } from './money'

/** A row under the lines. The last one is what is owed, or the total when nothing is owed any more. */
export interface PrintedTotal {
  label: string
  amount: string
  isStrong?: boolean
}

type Row = { label: string; amountMinor: number; isStrong?: boolean }

export function printedTotals(hosted: HostedInvoice, display: MoneyDisplay): PrintedTotal[] {
  const { currency } = hosted.invoice
  const rows = [...priceRows(hosted, display), ...taxRows(hosted, display), ...owedRows(hosted)]
  return rows.map(({ amountMinor, ...row }) => ({
    ...row,
    amount: formatMoney(amountMinor, currency, display),
  }))
}

/** The subtotal already contains the lines' own discounts, so only those of the invoice follow it. */
function priceRows(hosted: HostedInvoice, display: MoneyDisplay): Row[] {
  const { invoice } = hosted
  const discounts = (invoice.total_discount_amounts ?? []).filter(({ discount }) =>
    invoice.discounts.includes(discount),
  )
  return [
    { label: 'Subtotal', amountMinor: invoice.subtotal },
    ...discounts.map(({ amount, discount }) => ({
      label: discountLabel(hosted, discount, display),
      amountMinor: -amount,
    })),
    ...unlessZero('Shipping', invoice.amount_shipping),
  ]
}

function taxRows(hosted: HostedInvoice, display: MoneyDisplay): Row[] {
  const { invoice } = hosted
  const taxes = invoice.total_taxes ?? []
  if (taxes.length === 0) return []
  const rows = taxes.map((tax) => {
    const rate = taxRateOf(hosted, tax.tax_rate_details?.tax_rate)
    const base =
      tax.taxable_amount === null ? '' : ` on ${formatMoney(tax.taxable_amount, invoice.currency, display)}`
    const kind = tax.tax_behavior === 'inclusive' ? ', included' : ''
    const label = rate ? `${rate.display_name} (${formatPercentage(rate.percentage)}${base}${kind})` : 'Tax'
    return { label, amountMinor: tax.amount }
  })
  return [
    { label: 'Total excluding tax', amountMinor: invoice.total_excluding_tax ?? invoice.total },
    ...rows,
  ]
}

function owedRows({ invoice }: HostedInvoice): Row[] {
  const total = { label: 'Total', amountMinor: invoice.total }
  if (invoice.status === 'void') return [{ ...total, isStrong: true }]
  const credited = invoice.pre_payment_credit_notes_amount
  return [
    total,
    ...unlessZero(balanceLabel(invoice), invoice.amount_due + credited - invoice.total),
    ...unlessZero('Credit notes', -credited),
    ...unlessZero('Amount paid', -invoice.amount_paid),
    ...unlessZero('Credited after payment', -invoice.post_payment_credit_notes_amount),
    { label: 'Amount due', amountMinor: invoice.amount_remaining, isStrong: true },
  ]
}

/** Whatever lies between total and amount due went to or came from the customer's balance. */
function balanceLabel({ total, starting_balance }: HostedInvoice['invoice']): string {
  if (total < 0) return 'Credited to your balance'
  if (starting_balance < 0) return 'Applied balance'
  return starting_balance > 0 ? 'Previous balance' : 'Moved to your next invoice'
}

function unlessZero(label: string, amountMinor: number): Row[] {
  return amountMinor === 0 ? [] : [{ label, amountMinor }]
}
