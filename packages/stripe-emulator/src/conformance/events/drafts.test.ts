import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { summaryOf } from './summary'

const SECTION = 'api/events/types'

rule(
  'the first item of a customer sets their currency',
  SECTION,
  async ({ customer, eventsDuring, stripe }) => {
    const { id } = await customer()
    const add = () => stripe.invoiceItems.create({ customer: id, amount: 500, currency: 'usd' })
    expect(summaryOf(await eventsDuring(add))).toEqual([
      ['customer.updated', { currency: null }],
      ['invoiceitem.created'],
    ])
    expect(summaryOf(await eventsDuring(add))).toEqual([['invoiceitem.created']])
  },
)

rule('an item of an invoice moves its totals', SECTION, async ({ draft, eventsDuring, stripe }) => {
  const { id, customer } = await draft([{ amount: 1000 }])
  const item = { customer: String(customer), invoice: id, amount: 500, currency: 'usd' }
  const events = await eventsDuring(() => stripe.invoiceItems.create(item))
  expect(summaryOf(events)).toEqual([
    ['invoiceitem.created'],
    [
      'invoice.updated',
      {
        amount_due: 1000,
        amount_remaining: 1000,
        lines: { data: [expect.objectContaining({ amount: 1000 })], total_count: 1 },
        subtotal: 1000,
        subtotal_excluding_tax: 1000,
        total: 1000,
        total_excluding_tax: 1000,
      },
    ],
  ])
})

rule('a changed item has no event of its own', SECTION, async ({ draft, eventsDuring, stripe }) => {
  const { id, customer } = await draft([])
  const { id: item } = await stripe.invoiceItems.create({
    customer: String(customer),
    invoice: id,
    amount: 500,
    currency: 'usd',
  })
  const events = await eventsDuring(() => stripe.invoiceItems.update(item, { amount: 700 }))
  expect(events.map((event) => event.type)).toEqual(['invoice.updated'])
  expect(events[0]?.data).toMatchObject({
    object: { id, total: 700 },
    previous_attributes: { amount_due: 500, total: 500, subtotal: 500 },
  })
})

rule(
  'a pending item emits an event when it is deleted, not when it changes',
  SECTION,
  async ({ customer, eventsDuring, stripe }) => {
    const { id } = await customer()
    const { id: item } = await stripe.invoiceItems.create({ customer: id, amount: 500, currency: 'usd' })
    expect(await eventsDuring(() => stripe.invoiceItems.update(item, { amount: 700 }))).toEqual([])
    const gone = await eventsDuring(() => stripe.invoiceItems.del(item))
    expect(gone.map((event) => event.type)).toEqual(['invoiceitem.deleted'])
    expect(gone[0]?.data.object).toMatchObject({ id: item, object: 'invoiceitem', amount: 700 })
  },
)

rule(
  'a deleted item of an invoice moves its totals back',
  SECTION,
  async ({ draft, eventsDuring, stripe }) => {
    const { lines } = await draft([{ amount: 500 }])
    const item = String(lines.data[0]?.parent?.invoice_item_details?.invoice_item)
    const events = await eventsDuring(() => stripe.invoiceItems.del(item))
    expect(events.map((event) => event.type)).toEqual(['invoiceitem.deleted', 'invoice.updated'])
    expect(events[1]?.data).toMatchObject({ object: { total: 0 }, previous_attributes: { total: 500 } })
  },
)

rule(
  'a new invoice emits one event, even with pending items',
  SECTION,
  async ({ customer, eventsDuring, stripe }) => {
    const { id } = await customer()
    await stripe.invoiceItems.create({ customer: id, amount: 500, currency: 'usd' })
    const events = await eventsDuring(() =>
      stripe.invoices.create({ customer: id, pending_invoice_items_behavior: 'include' }),
    )
    expect(summaryOf(events)).toEqual([['invoice.created']])
    expect(events[0]?.data.object).toMatchObject({ status: 'draft', total: 500, number: null })
  },
)

rule(
  'added lines emit one event each, then one for their invoice',
  SECTION,
  async ({ draft, eventsDuring, stripe }) => {
    const { id } = await draft([])
    const lines = [{ amount: 700 }, { amount: 300 }]
    const events = await eventsDuring(() => stripe.invoices.addLines(id, { lines }))
    expect(summaryOf(events)).toEqual([
      ['invoiceitem.created'],
      ['invoiceitem.created'],
      [
        'invoice.updated',
        {
          amount_due: 0,
          amount_remaining: 0,
          lines: { data: [], total_count: 0 },
          subtotal: 0,
          subtotal_excluding_tax: 0,
          total: 0,
          total_excluding_tax: 0,
        },
      ],
    ])
  },
)

rule(
  'the event of a changed draft has the old values of its changed fields',
  SECTION,
  async ({ draft, eventsDuring, stripe }) => {
    const { id } = await draft()
    const change = { description: 'Thanks', metadata: { order: '7' } }
    expect(summaryOf(await eventsDuring(() => stripe.invoices.update(id, change)))).toEqual([
      ['invoice.updated', { description: null, metadata: { order: null } }],
    ])
    expect(await eventsDuring(() => stripe.invoices.update(id, change))).toEqual([])
  },
)

rule(
  'a change of lines emits an event for the invoice only',
  SECTION,
  async ({ draft, eventsDuring, stripe }) => {
    const { id, lines } = await draft([{ amount: 500 }])
    const line = lines.data[0]?.id ?? ''
    const types = async (work: () => Promise<unknown>) =>
      (await eventsDuring(work)).map((event) => event.type)
    const updated = () => stripe.invoices.updateLines(id, { lines: [{ id: line, description: 'New' }] })
    expect(await types(updated)).toEqual(['invoice.updated'])
    expect(await types(() => stripe.invoices.updateLineItem(id, line, { amount: 900 }))).toEqual([
      'invoice.updated',
    ])
  },
)

rule(
  'the event of a deleted draft carries the whole draft',
  SECTION,
  async ({ draft, eventsDuring, stripe }) => {
    const { id } = await draft()
    const events = await eventsDuring(() => stripe.invoices.del(id))
    expect(summaryOf(events)).toEqual([['invoice.deleted']])
    expect(events[0]?.data.object).toMatchObject({ id, object: 'invoice', status: 'draft', total: 3000 })
  },
)

rule('a preview emits no event', SECTION, async ({ customer, eventsDuring, stripe }) => {
  const { id } = await customer()
  const work = () =>
    stripe.invoices.createPreview({ customer: id, invoice_items: [{ amount: 500, currency: 'usd' }] })
  expect(await eventsDuring(work)).toEqual([])
})
