import { expect } from 'vitest'
import { rule } from '../harness/rule'

const QUERY = 'email~"example"'

rule('a result of a search is a page', 'api/pagination/search', async ({ stripe, customer, eventually }) => {
  const { id } = await customer()
  await eventually(async () => {
    const found = await stripe.customers.search({ query: QUERY })
    expect(found).toMatchObject({
      object: 'search_result',
      data: [{ id, object: 'customer' }],
      has_more: false,
      next_page: null,
      url: '/v1/customers/search',
    })
    expect(found).not.toHaveProperty('total_count')
  })
})

rule('pages follow one another, the newest first', 'api/pagination/search', async (world) => {
  const { stripe, customer, eventually } = world
  for (const name of ['One', 'Two', 'Three']) await customer({ name })
  await eventually(async () => {
    const first = await stripe.customers.search({ query: QUERY, limit: 2 })
    expect(first).toMatchObject({ data: [{ name: 'Three' }, { name: 'Two' }], has_more: true })
    const page = String(first.next_page)
    expect(await stripe.customers.search({ query: QUERY, limit: 2, page })).toMatchObject({
      data: [{ name: 'One' }],
      has_more: false,
      next_page: null,
    })
  })
})

rule('a page is as large as it was asked to be', 'api/pagination/search', async ({ stripe, refusal }) => {
  for (const limit of [0, 101]) {
    expect(await refusal(stripe.customers.search({ query: QUERY, limit }))).toMatchObject({
      statusCode: 400,
      param: 'limit',
    })
  }
})

rule('a malformed page token is refused', 'api/pagination/search', async ({ stripe, refusal }) => {
  expect((await refusal(stripe.customers.search({ query: QUERY, page: 'nope' }))).statusCode).toBe(400)
})

rule('the total count is only given when asked for', 'api/pagination/search', async (world) => {
  const { stripe, customer, eventually } = world
  for (const name of ['One', 'Two', 'Three']) await customer({ name })
  await eventually(async () => {
    const counted = await stripe.customers.search({ query: QUERY, limit: 1, expand: ['total_count'] })
    expect(counted).toMatchObject({ data: [{ name: 'Three' }], has_more: true, total_count: 3 })
  })
})

rule('search results can be expanded', 'search', async ({ stripe, draft, eventually }) => {
  const { id } = await draft()
  const expand = ['data.customer', 'total_count']
  await eventually(async () => {
    expect(await stripe.invoices.search({ query: 'status:"draft"', expand })).toMatchObject({
      data: [{ id, customer: { object: 'customer', name: 'Ada Lovelace' } }],
      total_count: 1,
    })
  })
})
