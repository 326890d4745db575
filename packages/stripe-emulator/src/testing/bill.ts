import type Stripe from 'stripe'

type Lines = Stripe.InvoiceAddLinesParams.Line[]

export const CONSULTING: Lines = [
  {
    description: 'Consulting',
    price_data: { currency: 'usd', product_data: { name: 'Consulting' }, unit_amount: 1500 },
    quantity: 2,
  },
]

export async function customer(
  stripe: Stripe,
  more: Stripe.CustomerCreateParams = {},
): Promise<Stripe.Customer> {
  return stripe.customers.create({ name: 'Ada Lovelace', email: 'ada@example.com', ...more })
}

/** Makes a draft to be sent, with the given lines. */
export async function draft(
  stripe: Stripe,
  lines: Lines = CONSULTING,
  more: Partial<Stripe.InvoiceCreateParams> = {},
): Promise<Stripe.Invoice> {
  const { id } = await customer(stripe)
  const invoice = await stripe.invoices.create({
    customer: id,
    collection_method: 'send_invoice',
    days_until_due: 30,
    currency: 'usd',
    ...more,
  })
  return lines.length > 0 ? stripe.invoices.addLines(invoice.id, { lines }) : invoice
}

export async function open(stripe: Stripe): Promise<Stripe.Invoice> {
  const { id } = await draft(stripe)
  return stripe.invoices.finalizeInvoice(id)
}
