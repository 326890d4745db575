import { expect } from 'vitest'
import { rule } from '../harness/rule'

const SECTION = 'api/invoices/send'
const NOT_NOW =
  'This invoice cannot be sent right now. Please contact us via https://support.stripe.com/contact with details, so we can help.'

rule('a draft that is sent is finalized first', SECTION, async ({ draft, stripe }) => {
  const { id } = await draft()
  expect(await stripe.invoices.sendInvoice(id)).toMatchObject({
    status: 'open',
    number: expect.any(String),
    hosted_invoice_url: expect.any(String),
  })
})

rule('an open invoice is sent as often as one likes', SECTION, async ({ open, stripe }) => {
  const { id, number } = await open()
  expect(await stripe.invoices.sendInvoice(id)).toMatchObject({ status: 'open', number })
  expect(await stripe.invoices.sendInvoice(id)).toMatchObject({ status: 'open', number })
})

rule('a draft with nothing due is paid instead of sent', SECTION, async ({ draft, stripe }) => {
  const { id } = await draft([])
  expect(await stripe.invoices.sendInvoice(id)).toMatchObject({ status: 'paid', amount_due: 0 })
})

rule('an invoice with nothing due cannot be sent', SECTION, async ({ draft, refusal, stripe }) => {
  const { id } = await draft([])
  await stripe.invoices.finalizeInvoice(id)
  expect(await refusal(stripe.invoices.sendInvoice(id))).toMatchObject({ statusCode: 400, message: NOT_NOW })
})

rule('a void invoice cannot be sent', SECTION, async ({ open, refusal, stripe }) => {
  const { id } = await open()
  await stripe.invoices.voidInvoice(id)
  expect(await refusal(stripe.invoices.sendInvoice(id))).toMatchObject({
    statusCode: 400,
    code: undefined,
    message: NOT_NOW,
  })
})

rule('a paid invoice is sent as a receipt of it', SECTION, async ({ eventsDuring, open, stripe }) => {
  const { id } = await open()
  await stripe.invoices.pay(id, { payment_method: 'pm_card_visa' })
  const events = await eventsDuring(() => stripe.invoices.sendInvoice(id))
  expect(events.map((event) => event.type)).toEqual(['invoice.sent'])
})

rule(
  'an invoice that is charged by itself is not sent by hand',
  SECTION,
  async ({ customer, refusal, stripe }) => {
    const { id } = await customer()
    const invoice = await stripe.invoices.create({ customer: id, currency: 'usd' })
    await stripe.invoices.addLines(invoice.id, { lines: [{ amount: 1000 }] })
    expect((await refusal(stripe.invoices.sendInvoice(invoice.id))).statusCode).toBe(400)
  },
)
