import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { customer, draft, open } from '../../../testing/bill'
import { refusal, start } from '../../../testing/start'

const { stripe } = await start()

const NOT_OPEN = "You can only pass in open invoices. This invoice isn't open."
const NOT_SENDABLE =
  'This invoice cannot be sent right now. Please contact us via https://support.stripe.com/contact with details, so we can help.'
const NOT_EDITABLE = 'Invalid invoice: This invoice is no longer editable'

type State = 'draft' | 'open' | 'paid' | 'void' | 'uncollectible' | 'free'

const reach: Record<State, () => Promise<Stripe.Invoice>> = {
  draft: () => draft(stripe),
  open: () => open(stripe),
  paid: async () => stripe.invoices.pay((await open(stripe)).id, { payment_method: 'pm_card_visa' }),
  void: async () => stripe.invoices.voidInvoice((await open(stripe)).id),
  uncollectible: async () => stripe.invoices.markUncollectible((await open(stripe)).id),
  free: async () => stripe.invoices.finalizeInvoice((await draft(stripe, [])).id),
}

const act = {
  finalize: (id: string) => stripe.invoices.finalizeInvoice(id),
  send: (id: string) => stripe.invoices.sendInvoice(id),
  pay: (id: string) => stripe.invoices.pay(id, { payment_method: 'pm_card_visa' }),
  payOutOfBand: (id: string) => stripe.invoices.pay(id, { paid_out_of_band: true }),
  void: (id: string) => stripe.invoices.voidInvoice(id),
  markUncollectible: (id: string) => stripe.invoices.markUncollectible(id),
  delete: (id: string) => stripe.invoices.del(id),
  addLines: (id: string) => stripe.invoices.addLines(id, { lines: [{ amount: 100 }] }),
  describe: (id: string) => stripe.invoices.update(id, { description: 'New' }),
}

const REFINALIZE = "This invoice is already finalized, you can't re-finalize a non-draft invoice."

test.each<[State, keyof typeof act, string, string | undefined]>([
  ['open', 'finalize', REFINALIZE, undefined],
  ['paid', 'finalize', REFINALIZE, undefined],
  ['void', 'send', NOT_SENDABLE, undefined],
  ['free', 'send', NOT_SENDABLE, undefined],
  ['paid', 'pay', 'Invoice is already paid', undefined],
  ['paid', 'payOutOfBand', 'Invoice is already paid', undefined],
  ['void', 'pay', NOT_OPEN, undefined],
  ['paid', 'void', 'Invoices with `paid` payments cannot be voided.', undefined],
  ['draft', 'void', NOT_OPEN, undefined],
  ['void', 'void', NOT_OPEN, undefined],
  ['draft', 'markUncollectible', NOT_OPEN, undefined],
  ['paid', 'markUncollectible', NOT_OPEN, undefined],
  ['void', 'markUncollectible', NOT_OPEN, undefined],
  ['uncollectible', 'markUncollectible', 'This invoice has already been marked uncollectible.', undefined],
  ['open', 'delete', 'You can only delete draft invoices.', undefined],
  ['open', 'addLines', NOT_EDITABLE, 'invoice_not_editable'],
  ['void', 'addLines', NOT_EDITABLE, 'invoice_not_editable'],
  ['open', 'describe', "Finalized invoices can't be updated in this way", undefined],
])('an invoice that is %s refuses to %s', async (state, action, message, code) => {
  const { id, status } = await reach[state]()
  const error = await refusal(act[action](id))
  expect(error).toMatchObject({ statusCode: 400, message })
  expect(error.code).toBe(code)
  expect((await stripe.invoices.retrieve(id)).status).toBe(status)
})

test.each<[State, keyof typeof act, string]>([
  ['draft', 'send', 'open'],
  ['open', 'send', 'open'],
  ['paid', 'send', 'paid'],
  ['draft', 'pay', 'paid'],
  ['draft', 'payOutOfBand', 'paid'],
  ['uncollectible', 'pay', 'paid'],
  ['uncollectible', 'payOutOfBand', 'paid'],
  ['uncollectible', 'void', 'void'],
])('an invoice that is %s agrees to %s and is then %s', async (state, action, status) => {
  const { id } = await reach[state]()
  expect(await act[action](id)).toMatchObject({ id, status })
})

test('voiding and giving up leave the amounts alone and stop automation', async () => {
  const voided = await reach.void()
  expect(voided).toMatchObject({ amount_due: 3000, amount_remaining: 3000, auto_advance: false })
  expect(voided.hosted_invoice_url).toContain('/invoices/')
  expect(voided).not.toHaveProperty('status_details')
  const given = await reach.uncollectible()
  expect(given).toMatchObject({
    amount_remaining: 3000,
    status_details: { uncollectible: { reason: 'user_forgiven' } },
  })
  expect(await stripe.invoices.pay(given.id, { paid_out_of_band: true })).not.toHaveProperty('status_details')
})

test('an invoice paid outside Stripe has no attempt and no charge', async () => {
  const { id } = await draft(stripe, undefined, { auto_advance: true })
  await stripe.invoices.finalizeInvoice(id)
  const paid = await stripe.invoices.pay(id, { paid_out_of_band: true }, {})
  expect(paid).toMatchObject({ attempted: false, attempt_count: 0, amount_paid: 3000, auto_advance: false })
  const [payment] = (await stripe.invoicePayments.list({ invoice: id })).data
  expect(payment?.status).toBe('canceled')
})

test('metadata may change after the end, and nothing else may', async () => {
  const { id } = await reach.paid()
  expect((await stripe.invoices.update(id, { metadata: { a: '1' } })).metadata).toEqual({ a: '1' })
  expect((await refusal(stripe.invoices.update(id, { auto_advance: true }))).param).toBe('auto_advance')
})

test('paying without a card says what is missing', async () => {
  const { id } = await open(stripe)
  expect((await refusal(stripe.invoices.pay(id))).message).toBe(
    'There is no `default_payment_method` set on this Customer or Invoice. Please set a `default_payment_method`.',
  )
})

test('an invoice to be sent needs an address and a due date; one to be charged may have neither', async () => {
  const { id } = await customer(stripe)
  const send = { customer: id, collection_method: 'send_invoice' } as const
  expect((await refusal(stripe.invoices.create(send))).message).toBe(
    "If invoice collection method is 'send_invoice', you must specify 'due_date' or 'days_until_due'.",
  )
  expect((await refusal(stripe.invoices.create({ customer: id, days_until_due: 3 }))).message).toBe(
    "You can only specify 'due_date' or 'days_until_due' if invoice collection method is 'send_invoice'.",
  )
  const nobody = await stripe.customers.create({ name: 'Nobody' })
  expect(
    (await refusal(stripe.invoices.create({ ...send, customer: nobody.id, days_until_due: 3 }))).message,
  ).toBe(
    'Missing email. In order to create invoices that are sent to the customer, the customer must have a valid email.',
  )
})

test('a deleted draft takes its items with it', async () => {
  const invoice = await draft(stripe)
  const item = invoice.lines.data[0]?.parent?.invoice_item_details?.invoice_item ?? ''
  expect(await stripe.invoices.del(invoice.id)).toEqual({ id: invoice.id, object: 'invoice', deleted: true })
  expect((await stripe.invoiceItems.list({ customer: String(invoice.customer) })).data).toEqual([])
  expect((await refusal(stripe.invoiceItems.update(item, { description: 'x' }))).message).toBe(
    'This invoice item has been deleted.',
  )
  expect((await refusal(stripe.invoiceItems.del(item))).message).toBe(
    "Can't delete an invoice item that is attached to an invoice that is no longer editable",
  )
})
