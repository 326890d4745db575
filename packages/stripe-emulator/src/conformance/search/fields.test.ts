import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'

interface Found {
  data: { id: string }[]
}

type Search = (query: string) => Promise<Found>

/** Waits until each query finds just these. */
async function finds({ eventually }: World, search: Search, table: Record<string, string[]>) {
  for (const [query, ids] of Object.entries(table)) {
    await eventually(async () => {
      expect([query, (await search(query)).data.map(({ id }) => id)]).toEqual([query, ids])
    })
  }
}

rule('customers are searched', 'search#query-fields-for-customers', async (world) => {
  const { id, created } = await world.customer({ phone: '1234 567', metadata: { a: 'b' } })
  await finds(world, (query) => world.stripe.customers.search({ query }), {
    'email:"ada@example.com"': [id],
    'name~"lovel"': [id],
    'phone~"4 5"': [id],
    'metadata["a"]:"b"': [id],
    'metadata["a"]:"c"': [],
    [`created:${created}`]: [id],
  })
})

rule('invoices are searched', 'search#query-fields-for-invoices', async (world) => {
  const draft = await world.draft()
  const open = await world.open(undefined, { metadata: { order: '6735' } })
  await finds(world, (query) => world.stripe.invoices.search({ query }), {
    'status:"open"': [open.id],
    'status:"draft"': [draft.id],
    'total>1000': [open.id, draft.id],
    'total>3000': [],
    [`number:"${open.number}"`]: [open.id],
    [`customer:"${open.customer}" AND currency:"usd"`]: [open.id],
    'metadata["order"]:"6735"': [open.id],
    'subscription:null status:"open"': [open.id],
    'last_finalization_error_code:null': [open.id, draft.id],
  })
})

rule('products are searched', 'search#query-fields-for-products', async (world) => {
  const { id } = await world.stripe.products.create({
    name: 'Poster',
    description: 'Printed in colour',
    shippable: true,
    url: 'https://example.com/poster',
  })
  const old = await world.stripe.products.create({ name: 'Old poster', active: false })
  await finds(world, (query) => world.stripe.products.search({ query }), {
    'active:"true"': [id],
    "active:'false'": [old.id],
    'name:"poster"': [old.id, id],
    'description:"printed in"': [id],
    'shippable:"true"': [id],
    'url~"example"': [id],
  })
})

rule('prices are searched', 'search#query-fields-for-prices', async (world) => {
  const product = await world.stripe.products.create({ name: 'Poster' })
  const terms = { product: product.id, unit_amount: 100 }
  const usd = await world.stripe.prices.create({ ...terms, currency: 'usd', lookup_key: 'poster-usd' })
  const eur = await world.stripe.prices.create({
    ...terms,
    currency: 'eur',
    recurring: { interval: 'month' },
  })
  await finds(world, (query) => world.stripe.prices.search({ query }), {
    'currency:"usd"': [usd.id],
    'type:"recurring"': [eur.id],
    [`product:"${product.id}"`]: [eur.id, usd.id],
    'lookup_key:"poster-usd"': [usd.id],
    'active:"false"': [],
  })
})

rule('payments and their charges are searched', 'search#query-fields-for-charges', async (world) => {
  const { stripe } = world
  const { id, customer } = await world.open()
  await stripe.invoices.pay(id, { payment_method: 'pm_card_visa' })
  const [intent] = (await stripe.paymentIntents.list({ customer: String(customer) })).data
  const [charge] = (await stripe.charges.list({ customer: String(customer) })).data
  const intents = [String(intent?.id)]
  const charges = [String(charge?.id)]
  await finds(world, (query) => stripe.paymentIntents.search({ query }), {
    'status:"succeeded"': intents,
    'amount:3000 currency:"usd"': intents,
    [`customer:"${customer}"`]: intents,
  })
  await finds(world, (query) => stripe.charges.search({ query }), {
    'status:"succeeded"': charges,
    'amount>=3000': charges,
    'payment_method_details.card.last4:"4242"': charges,
    'payment_method_details.card.brand:"visa"': charges,
    'refunded:null': charges,
    'disputed:"true"': [],
  })
})

rule('subscriptions are searched', 'search#query-fields-for-subscriptions', async (world) => {
  const { stripe } = world
  const price = await stripe.prices.create({
    currency: 'usd',
    product_data: { name: 'Hosting' },
    recurring: { interval: 'month' },
    unit_amount: 1000,
  })
  const { id: customer } = await world.customer({ payment_method: 'pm_card_visa' })
  const [method] = (await stripe.customers.listPaymentMethods(customer)).data
  const { id } = await stripe.subscriptions.create({
    customer,
    default_payment_method: String(method?.id),
    items: [{ price: price.id }],
    metadata: { order: '6735' },
  })
  await finds(world, (query) => stripe.subscriptions.search({ query }), {
    'status:"active"': [id],
    'status:"canceled"': [],
    'canceled_at:null': [id],
    'metadata["order"]:"6735"': [id],
  })
})
