import { start } from '../../testing/start'
import { ORIGIN } from './admin'

/** Makes the emulator with one sent invoice, and a browser that follows its own form posts. */
export async function aSentInvoice() {
  const { emulator, stripe } = await start({ origin: ORIGIN, now: () => Date.UTC(2026, 10, 20, 9) / 1000 })
  const customer = await stripe.customers.create({ name: 'Mary Byron', email: 'mary@example.com' })
  const { id: rate } = await stripe.taxRates.create({ display_name: 'VAT', percentage: 20, inclusive: false })
  const { id: coupon } = await stripe.coupons.create({
    percent_off: 10,
    duration: 'once',
    name: 'Launch offer',
  })
  const draft = await stripe.invoices.create({
    customer: customer.id,
    collection_method: 'send_invoice',
    days_until_due: 10,
    currency: 'usd',
    description: 'Thank you for your trust.',
    discounts: [{ coupon }],
  })
  await stripe.invoices.addLines(draft.id, {
    lines: [
      { description: 'Website design', amount: 10_000, tax_rates: [rate] },
      { description: 'Hosting', amount: 5000 },
    ],
  })
  const invoice = await stripe.invoices.sendInvoice(draft.id)
  const visit = async (url: string, form?: Record<string, string>) => {
    const inside = url.replace(ORIGIN, '').replace(/^\/emulator/, '') || '/'
    const init = form && { method: 'POST', body: new URLSearchParams(form) }
    return emulator.fetch(new Request(`http://localhost:3000${inside}`, init))
  }
  return {
    emulator,
    stripe,
    invoice,
    visit,
    url: invoice.hosted_invoice_url ?? '',
    pdf: invoice.invoice_pdf ?? '',
  }
}
