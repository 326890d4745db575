import { expect, test } from 'vitest'
import { aSentInvoice } from './testing/sent-invoice'

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
