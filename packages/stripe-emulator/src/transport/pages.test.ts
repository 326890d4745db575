import { expect, test } from 'vitest'
import { customer, draft } from '../testing/bill'
import { refusal, start } from '../testing/start'

const clock = { now: 1_800_000_000 }
const { stripe } = await start({ now: () => clock.now })
const names = Array.from({ length: 25 }, (_, index) => `Client ${index + 1}`)
for (const name of names) {
  clock.now += 10
  await customer(stripe, { name, email: `${name.replace(' ', '')}@example.com` })
}

const namesOf = (page: { data: { name?: string | null }[] }) => page.data.map((each) => each.name)

test('a list is newest first, ten unless told otherwise', async () => {
  const page = await stripe.customers.list()
  expect(namesOf(page)).toEqual(names.toReversed().slice(0, 10))
  expect(page).toMatchObject({ object: 'list', has_more: true, url: '/v1/customers' })
})

test('cursors go forth and back', async () => {
  const first = await stripe.customers.list({ limit: 3 })
  const next = await stripe.customers.list({ limit: 3, starting_after: first.data[2]?.id })
  expect(namesOf(next)).toEqual(['Client 22', 'Client 21', 'Client 20'])
  const back = await stripe.customers.list({ limit: 2, ending_before: next.data[1]?.id })
  expect(namesOf(back)).toEqual(['Client 23', 'Client 22'])
  expect(back.has_more).toBe(true)
})

test('every page together is everything, once', async () => {
  const all = await stripe.customers.list({ limit: 7 }).autoPagingToArray({ limit: 100 })
  expect(all.map((each) => each.name)).toEqual(names.toReversed())
})

test('filters by e-mail exactly, and by time', async () => {
  expect(namesOf(await stripe.customers.list({ email: 'Client7@example.com' }))).toEqual(['Client 7'])
  expect((await stripe.customers.list({ email: 'client7@example.com' })).data).toEqual([])
  const late = await stripe.customers.list({ created: { gte: clock.now - 10 } })
  expect(namesOf(late)).toEqual(['Client 25', 'Client 24'])
  expect(namesOf(await stripe.customers.list({ created: clock.now }))).toEqual(['Client 25'])
})

test('bad cursors are refused', async () => {
  expect(await refusal(stripe.customers.list({ starting_after: 'cus_aaa' }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    message: "No such customer: 'cus_aaa'",
    param: 'starting_after',
  })
  const [one, two] = (await stripe.customers.list()).data
  const both = { starting_after: one?.id, ending_before: two?.id }
  expect((await refusal(stripe.customers.list(both))).message).toBe(
    'Received both starting_after and ending_before parameters. Please pass in only one.',
  )
})

test('an invoice shows ten lines and counts all; the rest are behind /lines', async () => {
  const lines = Array.from({ length: 12 }, (_, index) => ({ description: `Line ${index + 1}`, amount: 100 }))
  const invoice = await draft(stripe, lines)
  expect(invoice.lines).toMatchObject({ has_more: true, total_count: 12 })
  expect(invoice.lines.data).toHaveLength(10)
  const page = await stripe.invoices.listLineItems(invoice.id, { limit: 100 })
  expect(page.data.map((line) => line.description)).toEqual(lines.map((line) => line.description))
  expect(page).not.toHaveProperty('total_count')
})

test('invoices are filtered by status and customer', async () => {
  const invoice = await draft(stripe)
  const byCustomer = await stripe.invoices.list({ customer: String(invoice.customer) })
  expect(byCustomer.data.map((each) => each.id)).toEqual([invoice.id])
  expect((await stripe.invoices.list({ status: 'open' })).data).toEqual([])
})
