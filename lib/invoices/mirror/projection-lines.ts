import type Stripe from 'stripe'
import { toMajor } from '@/lib/money/format'
import { unitPriceFrom } from '@/lib/money/minor-units'

/** Lines of an invoice that was made in Stripe, as our rows. Stripe tells their tax only as an amount. */
export function mirroredLines(lines: Stripe.InvoiceLineItem[]) {
  return lines.map((line, position) => ({
    stripeId: line.id,
    position,
    description: line.description ?? '',
    quantity: (line.quantity_decimal ?? line.quantity ?? 1).toString(),
    unitPrice: unitPriceOf(line),
    taxPercent: '',
    discount: null,
    amountMinor: line.amount,
  }))
}

function unitPriceOf({ pricing, amount, currency }: Stripe.InvoiceLineItem) {
  const each = pricing?.unit_amount_decimal
  return each ? unitPriceFrom(each.toString(), currency) : toMajor(amount, currency)
}
