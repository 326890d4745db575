import { expect } from 'vitest'
import { rule } from '../harness/rule'
import type { World } from '../harness/world'

/** The names of the customers that a query finds, newest first. */
async function names({ stripe }: World, query: string) {
  return (await stripe.customers.search({ query })).data.map(({ name }) => name)
}

async function finds(world: World, query: string, expected: string[]) {
  await world.eventually(async () => expect(await names(world, query)).toEqual(expected))
}

rule(
  'a colon asks for a whole word, in whatever case',
  'search#query-structure-and-terminology',
  async (world) => {
    await world.customer({ name: 'Ada Lovelace' })
    await world.customer({ name: 'Adam Smith' })
    await finds(world, 'name:"ada"', ['Ada Lovelace'])
    await finds(world, 'name:"Ada Lovelace"', ['Ada Lovelace'])
    await finds(world, "name:'Smith'", ['Adam Smith'])
  },
)

rule('a tilde asks for a part', 'search#supported-query-operators', async (world) => {
  await world.customer({ name: 'Adam', email: 'adam@example.org' })
  await world.customer({ name: 'Eve', email: 'eve@example.com' })
  await finds(world, 'email~"EXAMPLE"', ['Eve', 'Adam'])
  await finds(world, 'email~"dam@"', ['Adam'])
  const short = world.stripe.customers.search({ query: 'email~"ev"' })
  expect((await world.refusal(short)).statusCode).toBe(400)
})

rule(
  'AND wants all clauses, OR any, and a minus excludes',
  'search#combine-multiple-query-clauses',
  async (world) => {
    await world.customer({ name: 'Adam', email: 'adam@example.com', metadata: { floor: '1' } })
    await world.customer({ name: 'Eve', email: 'eve@example.com', metadata: { floor: '1' } })
    await world.customer({ name: 'Abel', email: 'abel@example.com', metadata: { floor: '2' } })
    await finds(world, 'metadata["floor"]:"1" AND name:"Eve"', ['Eve'])
    await finds(world, 'metadata["floor"]:"1" name:"Eve"', ['Eve'])
    await finds(world, 'name:"Adam" OR name:"Abel"', ['Abel', 'Adam'])
    await finds(world, 'metadata["floor"]:"1" -name:"Eve"', ['Adam'])
    await finds(world, '-metadata["floor"]:"1"', ['Abel'])
  },
)

rule('AND and OR do not mix', 'search#combine-multiple-query-clauses', async ({ stripe, refusal }) => {
  const query = 'name:"a" AND name:"b" OR name:"c"'
  expect(await refusal(stripe.customers.search({ query }))).toMatchObject({
    statusCode: 400,
    type: 'StripeInvalidRequestError',
  })
})

rule('ten clauses and no more', 'search#combine-multiple-query-clauses', async ({ stripe, refusal }) => {
  const clauses = (count: number) => Array.from({ length: count }, (_, n) => `name:"n${n}"`).join(' OR ')
  expect((await stripe.customers.search({ query: clauses(10) })).data).toEqual([])
  expect((await refusal(stripe.customers.search({ query: clauses(11) }))).statusCode).toBe(400)
})

rule('null asks whether there is a value at all', 'search#metadata', async (world) => {
  await world.customer({ name: 'With', metadata: { donation: '5' } })
  await world.customer({ name: 'Without', phone: '1234' })
  await finds(world, 'metadata["donation"]:null', ['Without'])
  await finds(world, '-metadata["donation"]:null', ['With'])
  await finds(world, 'phone:null', ['With'])
})

rule('times and amounts compare as numbers', 'search#supported-query-operators', async (world) => {
  const { created } = await world.customer({ name: 'Ada' })
  await finds(world, `created>=${created} created<${created + 3600}`, ['Ada'])
  await finds(world, `created>${created + 3600}`, [])
  await finds(world, `created:"${created}"`, ['Ada'])
  const other = world.stripe.customers.search({ query: 'name>"a"' })
  expect((await world.refusal(other)).statusCode).toBe(400)
})

rule('quotes inside a value are escaped', 'search#search-query-language', async (world) => {
  await world.customer({ name: 'The "Analyst"' })
  await finds(world, 'name:"The \\"Analyst\\""', ['The "Analyst"'])
})

rule('an unknown field is refused', 'search#supported-query-fields-for-each-resource', async (world) => {
  const { stripe, refusal } = world
  expect((await refusal(stripe.products.search({ query: 'foo:"bar"' }))).message).toBe(
    'Field `foo` is an unsupported search field for resource `products`. See http://stripe.com/docs/search#query-fields-for-products for a list of supported fields.',
  )
})

rule('a malformed query is refused', 'search#search-query-language', async ({ stripe, api, refusal }) => {
  for (const query of ['ada', 'name:', 'name:"ada', 'name="ada"', 'AND', 'metadata:"x"', '"name":"ada"']) {
    expect(await refusal(stripe.customers.search({ query }))).toMatchObject({
      statusCode: 400,
      message:
        'We were unable to parse your search query. Try using the format `metadata["key"]:"value"` to query for metadata or key:"value" to query for other fields.',
    })
  }
  const { status, body } = await api('/v1/customers/search')
  expect(status).toBe(400)
  expect(body.error).toMatchObject({ code: 'parameter_missing', message: 'Missing required param: query.' })
})
