import { expect } from 'vitest'
import { rule } from '../harness/rule'

const SECTION = 'api/invoices/finalize'

rule('a finalized invoice is open and has all it needs to be paid', SECTION, async ({ draft, stripe }) => {
  const { id } = await draft()
  const invoice = await stripe.invoices.finalizeInvoice(id)
  const { finalized_at } = invoice.status_transitions
  expect(invoice).toMatchObject({
    status: 'open',
    amount_due: 3000,
    amount_remaining: 3000,
    attempted: false,
    ending_balance: 0,
    hosted_invoice_url: expect.stringMatching(/^https?:\/\//),
    invoice_pdf: expect.stringMatching(/^https?:\/\//),
    number: expect.stringMatching(/^[A-Z0-9]{1,12}-\d{4}$/),
  })
  expect(finalized_at).not.toBeNull()
  expect(invoice.effective_at).toBe(finalized_at)
  expect(invoice.rendering?.pdf?.page_size).toMatch(/^(a4|letter)$/)
})

rule('numbers count up by customer, in the order of finalization', 'invoicing/customize', async (world) => {
  const { id, invoice_prefix } = await world.customer()
  const drafts = [await world.draft([], { customer: id }), await world.draft(undefined, { customer: id })]
  const numbers: (string | null)[] = []
  for (const draft of drafts.reverse()) {
    numbers.push((await world.stripe.invoices.finalizeInvoice(draft.id)).number)
  }
  expect(numbers).toEqual([`${invoice_prefix}-0001`, `${invoice_prefix}-0002`])
  expect(await world.stripe.customers.retrieve(id)).toMatchObject({ next_invoice_sequence: 3 })
})

rule(
  'the customer may say how numbers go on',
  'api/customers/update',
  async ({ customer, draft, stripe }) => {
    const invoice_prefix = `T${Date.now().toString(36).toUpperCase().slice(-7)}`
    const { id } = await customer({ invoice_prefix, next_invoice_sequence: 41 })
    const invoice = await draft([], { customer: id })
    expect((await stripe.invoices.finalizeInvoice(invoice.id)).number).toBe(`${invoice_prefix}-0041`)
  },
)

rule('a number and a date of effect may be given', 'api/invoices/create', async ({ draft, stripe }) => {
  const number = `OWN-${Date.now()}`
  const effective_at = Math.floor(Date.now() / 1000) - 86_400
  const { id } = await draft(undefined, { number, effective_at })
  expect(await stripe.invoices.finalizeInvoice(id)).toMatchObject({ number, effective_at })
})

rule('a payment waits for the customer', 'api/invoice-payment/object', async ({ open, stripe }) => {
  const { id } = await open()
  const { data } = await stripe.invoicePayments.list({ invoice: id })
  expect(data).toMatchObject([
    {
      object: 'invoice_payment',
      amount_paid: null,
      amount_requested: 3000,
      currency: 'usd',
      invoice: id,
      is_default: true,
      status: 'open',
      payment: { type: 'payment_intent', payment_intent: expect.stringMatching(/^pi_/) },
    },
  ])
  const intent = await stripe.paymentIntents.retrieve(String(data[0]?.payment.payment_intent))
  expect(intent).toMatchObject({ amount: 3000, currency: 'usd', status: 'requires_payment_method' })
})

rule('finalizing charges nothing, even with a card at hand', SECTION, async ({ customer, stripe }) => {
  const { id } = await customer()
  const method = await stripe.paymentMethods.attach('pm_card_visa', { customer: id })
  await stripe.customers.update(id, { invoice_settings: { default_payment_method: method.id } })
  const draft = await stripe.invoices.create({ customer: id, currency: 'usd' })
  await stripe.invoices.addLines(draft.id, { lines: [{ amount: 1000 }] })
  expect(await stripe.invoices.finalizeInvoice(draft.id)).toMatchObject({
    status: 'open',
    amount_paid: 0,
    attempted: false,
  })
})

rule('finalizing may decide whether the invoice advances', SECTION, async ({ draft, stripe }) => {
  const { id } = await draft(undefined, { auto_advance: true })
  expect(await stripe.invoices.finalizeInvoice(id, { auto_advance: false })).toMatchObject({
    auto_advance: false,
    automatically_finalizes_at: null,
  })
})

rule('a finalized invoice is not finalized again', SECTION, async ({ open, refusal, stripe }) => {
  const { id } = await open()
  expect(await refusal(stripe.invoices.finalizeInvoice(id))).toMatchObject({
    statusCode: 400,
    code: undefined,
    message: "This invoice is already finalized, you can't re-finalize a non-draft invoice.",
  })
})

rule('the customer is written down: what changes later stays out', SECTION, async ({ open, stripe }) => {
  const { id, customer } = await open()
  await stripe.customers.update(String(customer), { name: 'Grace', email: 'grace@example.com', phone: '2' })
  expect(await stripe.invoices.retrieve(id)).toMatchObject({
    customer_name: 'Ada Lovelace',
    customer_email: 'ada@example.com',
    customer_phone: null,
  })
})

rule(
  'a finalized invoice may not be changed in this way',
  'api/invoices/update',
  async ({ open, refusal, stripe }) => {
    const { id } = await open()
    expect(await refusal(stripe.invoices.update(id, { description: 'x' }))).toMatchObject({
      statusCode: 400,
      code: undefined,
      message: "Finalized invoices can't be updated in this way",
      param: 'description',
    })
  },
)

rule(
  'lines of a finalized invoice are closed',
  'api/invoices/add_lines',
  async ({ open, refusal, stripe }) => {
    const { id, lines } = await open()
    const line = lines.data[0]?.id ?? ''
    const calls = [
      () => stripe.invoices.addLines(id, { lines: [{ amount: 1 }] }),
      () => stripe.invoices.updateLines(id, { lines: [{ id: line, quantity: 9 }] }),
      () => stripe.invoices.removeLines(id, { lines: [{ id: line, behavior: 'delete' }] }),
    ]
    for (const call of calls) {
      expect(await refusal(call())).toMatchObject({
        statusCode: 400,
        code: 'invoice_not_editable',
        message: 'Invalid invoice: This invoice is no longer editable',
      })
    }
  },
)

rule(
  'items of a finalized invoice are locked',
  'api/invoiceitems/delete',
  async ({ open, refusal, stripe }) => {
    const { id, customer, lines } = await open()
    const item = String(lines.data[0]?.parent?.invoice_item_details?.invoice_item)
    expect(await refusal(stripe.invoiceItems.del(item))).toMatchObject({
      statusCode: 400,
      message: "Can't delete an invoice item that is attached to an invoice that is no longer editable",
    })
    const more = { customer: String(customer), invoice: id, amount: 1, currency: 'usd' }
    expect((await refusal(stripe.invoiceItems.create(more))).statusCode).toBe(400)
  },
)

rule('only drafts are deleted', 'api/invoices/delete', async ({ open, refusal, stripe }) => {
  const { id } = await open()
  expect(await refusal(stripe.invoices.del(id))).toMatchObject({
    statusCode: 400,
    code: undefined,
    message: 'You can only delete draft invoices.',
  })
})

rule(
  'with nothing due an invoice is paid at once, attempted but never tried',
  SECTION,
  async ({ draft, stripe }) => {
    const { id } = await draft([])
    const invoice = await stripe.invoices.finalizeInvoice(id)
    expect(invoice).toMatchObject({
      status: 'paid',
      amount_due: 0,
      amount_paid: 0,
      attempt_count: 0,
      attempted: true,
      auto_advance: false,
      number: expect.stringMatching(/-0001$/),
    })
    expect(invoice.status_transitions.paid_at).toBe(invoice.status_transitions.finalized_at)
    expect((await stripe.invoicePayments.list({ invoice: id })).data).toEqual([])
  },
)
