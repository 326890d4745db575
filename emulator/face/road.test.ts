import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { createEmulator } from '../emulator'

const ORIGIN = 'http://localhost:3000/emulator'

/** The emulator with one sent invoice, and a browser that follows its own form posts. */
async function aSentInvoice() {
  const emulator = await createEmulator({ origin: ORIGIN, now: () => Date.UTC(2026, 10, 20, 9) / 1000 })
  const httpClient = Stripe.createFetchHttpClient((url, init) => emulator.fetch(new Request(url, init)))
  const stripe = new Stripe('sk_test_road', { httpClient })
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
  return { stripe, invoice, visit, url: invoice.hosted_invoice_url ?? '', pdf: invoice.invoice_pdf ?? '' }
}

const CARD = { number: '4242424242424242', expiry: '12 / 34', cvc: '123', name: '' }

test('a sent invoice can be opened, declined, paid, and shows its receipt', async () => {
  const { stripe, invoice, visit, url } = await aSentInvoice()
  const page = await (await visit(url)).text()
  for (const part of [
    '$153.00 USD',
    'Due November 30, 2026',
    'VAT (20% on $90.00)',
    'Launch offer (10% off)',
  ])
    expect(page).toContain(part)

  const refused = await visit(`${url}/pay`, { ...CARD, number: '4000000000009995' })
  expect(refused.status).toBe(402)
  expect(await refused.text()).toContain('Your card has insufficient funds.')

  const paid = await visit(`${url}/pay`, CARD)
  expect(paid.status).toBe(303)
  const receipt = await (await visit(paid.headers.get('location') ?? '')).text()
  expect(receipt).toContain('$153.00 USD paid on November 20, 2026 with Visa ending in 4242.')
  expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('paid')
})

test('both e-mails lie in the outbox and lead to the invoice', async () => {
  const { visit, url } = await aSentInvoice()
  await visit(`${url}/pay`, CARD)
  const outbox = await (await visit('/outbox')).text()
  const mails = [...outbox.matchAll(/href="\/emulator(\/outbox\/[^"]+)"/g)].map(([, path]) => path ?? '')
  const texts = await Promise.all(mails.map(async (path) => (await visit(path)).text()))
  expect(texts).toHaveLength(2)
  expect(texts[0]).toContain('paid on November 20, 2026')
  expect(texts[1]).toContain(`href="${new URL(url).pathname}"`)
})

test('a voided invoice no longer takes a card', async () => {
  const { stripe, invoice, visit, url } = await aSentInvoice()
  await stripe.invoices.voidInvoice(invoice.id)
  expect((await visit(`${url}/pay`, CARD)).status).toBe(303)
  expect((await stripe.invoices.retrieve(invoice.id)).status).toBe('void')
  expect(await (await visit(url)).text()).toContain('no longer payable')
})

test('the PDF is served, and the panel lists what happened', async () => {
  const { visit, pdf, invoice } = await aSentInvoice()
  expect((await visit(pdf)).headers.get('content-type')).toBe('application/pdf')
  const panel = await (await visit('/')).text()
  expect(panel).toContain(invoice.number)
  const [, account = ''] = /href="\/emulator(\/accounts\/[^"]+)"/.exec(panel) ?? []
  expect(await (await visit(`${account}/event`)).text()).toContain('invoice.sent')
})
