import { expect, test } from 'vitest'
import { draft } from '../../../testing/bill'
import { eventTypes, start } from '../../../testing/start'

test('an invoice is drafted, filled, finalized, sent and paid by card', async () => {
  const { stripe, emulator } = await start()
  const made = await draft(stripe)
  expect(made).toMatchObject({
    status: 'draft',
    total: 3000,
    amount_due: 3000,
    number: null,
    hosted_invoice_url: null,
  })
  expect(made.lines.data[0]?.quantity_decimal?.toString()).toBe('2')

  const open = await stripe.invoices.finalizeInvoice(made.id)
  expect(open).toMatchObject({ status: 'open', amount_due: 3000, amount_remaining: 3000, attempted: false })
  expect(open.number).toMatch(/^[A-Z0-9]{8}-0001$/)

  await stripe.invoices.sendInvoice(open.id)
  const [email] = emulator.admin.outbox()
  expect(email).toMatchObject({ to: 'ada@example.com', kind: 'invoice', invoice: open.id })
  expect(open.hosted_invoice_url).toBe(`${emulator.admin.origin}/invoices/${email?.token}`)

  const outcome = await emulator.admin.payByCard(email?.token ?? '', {
    number: '4242 4242 4242 4242',
    expMonth: 12,
    expYear: 2034,
    cvc: '123',
  })
  expect(outcome).toEqual({ ok: true, status: 'paid' })
  const paid = await stripe.invoices.retrieve(made.id, { expand: ['payments.data.payment.payment_intent'] })
  expect(paid).toMatchObject({ status: 'paid', amount_paid: 3000, amount_remaining: 0, attempted: true })
  expect(paid.payments?.data[0]?.payment.payment_intent).toMatchObject({ status: 'succeeded', amount: 3000 })

  expect(await eventTypes(stripe)).toEqual([
    'customer.created',
    'invoice.created',
    'invoiceitem.created',
    'invoice.updated',
    'payment_intent.created',
    'invoice.updated',
    'invoice.finalized',
    'invoice.sent',
    'charge.succeeded',
    'payment_intent.succeeded',
    'invoice.updated',
    'invoice.paid',
    'invoice.payment_succeeded',
    'invoice_payment.paid',
  ])
})
