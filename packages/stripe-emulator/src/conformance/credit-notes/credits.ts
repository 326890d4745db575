import type Stripe from 'stripe'
import type { World } from '../harness/world'

type NoteLine = Stripe.CreditNoteCreateParams.Line
type Lines = Stripe.InvoiceAddLinesParams.Line[]

/** Where the rules for credit notes are written down. */
export const GUIDE = 'invoicing/integration/programmatic-credit-notes'
export const CREATE = 'api/credit_notes/create'

/** Credits an amount of a line of an invoice, all of it unless told otherwise. */
export function byAmount(line: Stripe.InvoiceLineItem | undefined, amount = line?.amount ?? 0): NoteLine {
  return { type: 'invoice_line_item', invoice_line_item: line?.id ?? '', amount }
}

export function byQuantity(line: Stripe.InvoiceLineItem | undefined, quantity: number): NoteLine {
  return { type: 'invoice_line_item', invoice_line_item: line?.id ?? '', quantity }
}

export function custom(unit_amount: number, more: Partial<NoteLine> = {}): NoteLine {
  return { type: 'custom_line_item', quantity: 1, unit_amount, ...more }
}

/** Returns every line of an invoice, credited in full. */
export function everything(invoice: Stripe.Invoice): NoteLine[] {
  return invoice.lines.data.map((line) => byAmount(line))
}

/** Makes an invoice that was paid by card. */
export async function paid(
  { stripe, open }: World,
  lines?: Lines,
  more?: Partial<Stripe.InvoiceCreateParams>,
): Promise<Stripe.Invoice> {
  const { id } = await open(lines, more)
  return stripe.invoices.pay(id, { payment_method: 'pm_card_visa' })
}

export async function vat({ stripe }: World, percentage: number, inclusive = false): Promise<string> {
  return (await stripe.taxRates.create({ display_name: 'VAT', percentage, inclusive })).id
}

/** Makes a line with a price and a quantity. */
export function priced(unit_amount: number, quantity: number, currency = 'usd'): Lines[number] {
  return { price_data: { currency, product_data: { name: 'Work' }, unit_amount }, quantity }
}
