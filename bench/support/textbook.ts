import type Stripe from 'stripe'

/** Nothing but the four calls that ours makes too: the least that Stripe needs for any number of lines. */
export async function sendByFourCalls(stripe: Stripe, customer: string, lines: number) {
  const { id } = await stripe.invoices.create({
    customer,
    currency: 'eur',
    collection_method: 'send_invoice',
    days_until_due: 14,
  })
  const all = Array.from({ length: lines }, (_, n) => ({ amount: 1000, description: `Line ${n}` }))
  await stripe.invoices.addLines(id, { lines: all })
  await stripe.invoices.finalizeInvoice(id)
  await stripe.invoices.sendInvoice(id)
}

/** The script of every tutorial: find the client, one call a line, create, finalize, send. */
export async function sendByTheTextbook(stripe: Stripe, email: string, lines: number) {
  const { data } = await stripe.customers.list({ email, limit: 1 })
  const customer = data[0]?.id ?? (await stripe.customers.create({ email })).id
  const { id } = await stripe.invoices.create({
    customer,
    currency: 'eur',
    collection_method: 'send_invoice',
    days_until_due: 14,
  })
  for (let line = 1; line <= lines; line++) {
    await stripe.invoiceItems.create({
      customer,
      invoice: id,
      currency: 'eur',
      amount: 1000,
      description: `Line ${line}`,
    })
  }
  await stripe.invoices.finalizeInvoice(id)
  await stripe.invoices.sendInvoice(id)
}
