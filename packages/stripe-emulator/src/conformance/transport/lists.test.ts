import type Stripe from 'stripe'
import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'

const SECTION = 'api/pagination'

/** A customer with this many items that wait; returns their amounts in the order of a list. */
async function waiting({ stripe, customer }: World, count: number) {
  const { id } = await customer()
  for (let amount = 1; amount <= count; amount++) {
    await stripe.invoiceItems.create({ customer: id, amount, currency: 'usd' })
  }
  return { customer: id, newestFirst: Array.from({ length: count }, (_, index) => count - index) }
}

const amounts = (page: { data: Stripe.InvoiceItem[] }) => page.data.map((item) => item.amount)

rule('a list is newest first, ten at a time', SECTION, async (world) => {
  const { customer, newestFirst } = await waiting(world, 12)
  const page = await world.stripe.invoiceItems.list({ customer })
  expect(amounts(page)).toEqual(newestFirst.slice(0, 10))
  expect(page.has_more).toBe(true)
})

rule('an empty list is a list', SECTION, async ({ api, customer }) => {
  const { id } = await customer()
  const { body } = await api(`/v1/invoiceitems?customer=${id}`)
  expect(body).toEqual({ object: 'list', data: [], has_more: false, url: '/v1/invoiceitems' })
})

rule('a list names the address it came from', SECTION, async ({ draft, stripe }) => {
  const { id } = await draft()
  expect((await stripe.invoices.list({ limit: 1 })).url).toBe('/v1/invoices')
  expect((await stripe.invoices.listLineItems(id)).url).toBe(`/v1/invoices/${id}/lines`)
})

rule('a full last page has no more behind it', SECTION, async (world) => {
  const { customer, newestFirst } = await waiting(world, 3)
  const exact = await world.stripe.invoiceItems.list({ customer, limit: 3 })
  expect([amounts(exact), exact.has_more]).toEqual([newestFirst, false])
  const short = await world.stripe.invoiceItems.list({ customer, limit: 2 })
  expect([amounts(short), short.has_more]).toEqual([[3, 2], true])
})

rule('starting_after goes on behind the one it names', SECTION, async (world) => {
  const { customer } = await waiting(world, 5)
  const first = await world.stripe.invoiceItems.list({ customer, limit: 2 })
  const second = await world.stripe.invoiceItems.list({
    customer,
    limit: 2,
    starting_after: first.data[1]?.id,
  })
  expect([amounts(second), second.has_more]).toEqual([[3, 2], true])
  const third = await world.stripe.invoiceItems.list({
    customer,
    limit: 2,
    starting_after: second.data[1]?.id,
  })
  expect([amounts(third), third.has_more]).toEqual([[1], false])
})

rule('ending_before gives the ones just before, still newest first', SECTION, async (world) => {
  const { customer } = await waiting(world, 5)
  const all = await world.stripe.invoiceItems.list({ customer })
  const before = await world.stripe.invoiceItems.list({ customer, limit: 2, ending_before: all.data[4]?.id })
  expect([amounts(before), before.has_more]).toEqual([[3, 2], true])
  const top = await world.stripe.invoiceItems.list({ customer, limit: 2, ending_before: all.data[1]?.id })
  expect([amounts(top), top.has_more]).toEqual([[5], false])
})

rule('nothing stands before the newest, nor after the oldest', SECTION, async (world) => {
  const { customer } = await waiting(world, 2)
  const { data } = await world.stripe.invoiceItems.list({ customer })
  const before = await world.stripe.invoiceItems.list({ customer, ending_before: data[0]?.id })
  const after = await world.stripe.invoiceItems.list({ customer, starting_after: data[1]?.id })
  expect([before.data, before.has_more, after.data, after.has_more]).toEqual([[], false, [], false])
})

rule('the SDK pages through everything, forth and back', SECTION, async (world) => {
  const { customer, newestFirst } = await waiting(world, 7)
  const all = await world.stripe.invoiceItems.list({ customer, limit: 3 }).autoPagingToArray({ limit: 100 })
  expect(all.map((item) => item.amount)).toEqual(newestFirst)
  const back: number[] = []
  const from = { customer, limit: 3, ending_before: all[6]?.id }
  for await (const item of world.stripe.invoiceItems.list(from)) back.push(item.amount)
  expect(back).toEqual([2, 3, 4, 5, 6, 7])
})

rule('only one cursor at a time', SECTION, async (world) => {
  const { customer } = await waiting(world, 2)
  const [one, two] = (await world.stripe.invoiceItems.list({ customer })).data
  const both = { customer, starting_after: one?.id, ending_before: two?.id }
  const error = await world.refusal(world.stripe.invoiceItems.list(both))
  expect(error).toMatchObject({
    statusCode: 400,
    code: undefined,
    param: undefined,
    message: 'Received both starting_after and ending_before parameters. Please pass in only one.',
  })
})

rule(
  'a cursor that is nothing is a bad parameter, not a missing page',
  SECTION,
  async ({ refusal, stripe }) => {
    expect(await refusal(stripe.customers.list({ starting_after: 'cus_aaa' }))).toMatchObject({
      statusCode: 400,
      code: 'resource_missing',
      message: "No such customer: 'cus_aaa'",
      param: 'starting_after',
    })
    expect(await refusal(stripe.customers.list({ ending_before: 'cus_aaa' }))).toMatchObject({
      statusCode: 400,
      code: 'resource_missing',
      param: 'ending_before',
    })
  },
)

rule(
  'a cursor that is nothing is told before two cursors are',
  SECTION,
  async ({ customer, refusal, stripe }) => {
    const { id } = await customer()
    const both = { starting_after: 'cus_aaa', ending_before: id }
    expect((await refusal(stripe.customers.list(both))).message).toBe("No such customer: 'cus_aaa'")
  },
)

rule('a cursor of another kind is nothing', SECTION, async ({ customer, refusal, stripe }) => {
  const { id } = await customer()
  const error = await refusal(stripe.invoices.list({ starting_after: id }))
  expect(error).toMatchObject({ code: 'resource_missing', message: `No such invoice: '${id}'` })
})

rule('a page has one object at least and a hundred at most', SECTION, async (world) => {
  const { customer, newestFirst } = await waiting(world, 3)
  const list = async (limit: number) => amounts(await world.stripe.invoiceItems.list({ customer, limit }))
  expect(await list(1)).toEqual([3])
  expect(await list(100)).toEqual(newestFirst)
  for (const limit of [0, 101]) {
    const error = await world.refusal(list(limit))
    expect(error).toMatchObject({ statusCode: 400, code: 'parameter_invalid_integer', param: 'limit' })
  }
})

rule('a limit is a number', SECTION, async ({ api }) => {
  const { status, body } = await api('/v1/customers?limit=abc')
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    code: 'parameter_invalid_integer',
    message: 'Invalid integer: abc',
    param: 'limit',
  })
})

rule('deleted objects are not listed', SECTION, async ({ customer, stripe }) => {
  const email = `deleted-${Date.now()}@example.com`
  const { id } = await customer({ email })
  await stripe.customers.del(id)
  expect((await stripe.customers.list({ email })).data).toEqual([])
})

rule(
  'a nested list counts all and shows ten; the list itself does not count',
  'api/invoices/object',
  async (world) => {
    const lines = Array.from({ length: 12 }, (_, index) => ({ amount: index + 1 }))
    const invoice = await world.draft(lines)
    expect(invoice.lines).toMatchObject({
      has_more: true,
      total_count: 12,
      url: `/v1/invoices/${invoice.id}/lines`,
    })
    expect(invoice.lines.data).toHaveLength(10)
    const page = await world.stripe.invoices.listLineItems(invoice.id, { limit: 100 })
    expect(page.data).toHaveLength(12)
    expect(page.has_more).toBe(false)
    expect(page).not.toHaveProperty('total_count')
  },
)

rule('lines are paged by their ids', 'api/invoice-line-item/list', async ({ draft, refusal, stripe }) => {
  const { id } = await draft(Array.from({ length: 5 }, (_, index) => ({ amount: index + 1 })))
  const all = (await stripe.invoices.listLineItems(id)).data.map((line) => line.id)
  const page = await stripe.invoices.listLineItems(id, { limit: 2, starting_after: all[1] })
  expect([page.data.map((line) => line.id), page.has_more]).toEqual([[all[2], all[3]], true])
  const error = await refusal(stripe.invoices.listLineItems(id, { starting_after: 'il_nope' }))
  expect(error).toMatchObject({ statusCode: 400, code: 'resource_missing', param: 'starting_after' })
})
