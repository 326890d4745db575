import { expect } from 'vitest'
import { rule } from '../harness/rule'

const SECTION = 'error-codes'
const post = (body: string) => ({ method: 'POST', body })

rule('an unknown parameter is refused by name', SECTION, async ({ api }) => {
  const { status, body } = await api('/v1/customers', post('name=Ada&nope=1'))
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    type: 'invalid_request_error',
    code: 'parameter_unknown',
    doc_url: 'https://stripe.com/docs/error-codes/parameter-unknown',
    message: 'Received unknown parameter: nope',
    param: 'nope',
  })
})

rule('several unknown parameters are refused together', SECTION, async ({ api }) => {
  const { body } = await api('/v1/customers', post('nope=1&nay=2'))
  expect(body.error).toMatchObject({
    code: 'parameter_unknown',
    message: 'Received unknown parameters: nope, nay',
  })
})

rule('an unknown parameter inside a hash is named with its way', SECTION, async ({ api }) => {
  const { body } = await api('/v1/customers', post('invoice_settings[nope]=1'))
  expect(body.error).toMatchObject({
    code: 'parameter_unknown',
    message: 'Received unknown parameter: invoice_settings[nope]',
    param: 'invoice_settings[nope]',
  })
})

rule('an unknown parameter inside a list is named with its place', SECTION, async ({ api, draft }) => {
  const { id } = await draft([])
  const { body } = await api(`/v1/invoices/${id}/add_lines`, post('lines[0][amount]=1&lines[0][nope]=1'))
  expect(body.error).toMatchObject({ code: 'parameter_unknown', param: 'lines[0][nope]' })
})

rule('reading calls refuse unknown parameters too', SECTION, async ({ api, customer }) => {
  const { id } = await customer()
  for (const path of ['/v1/customers?nope=1', `/v1/customers/${id}?nope=1`]) {
    expect((await api(path)).body.error).toMatchObject({ code: 'parameter_unknown', param: 'nope' })
  }
})

rule('parameters of older versions are unknown by now', 'upgrades', async ({ api, customer }) => {
  const { id } = await customer()
  const item = await api('/v1/invoiceitems', post(`customer=${id}&currency=usd&unit_amount=100`))
  expect(item.body.error).toMatchObject({ code: 'parameter_unknown', param: 'unit_amount' })
  const client = await api('/v1/customers', post('coupon=SUMMER'))
  expect(client.body.error).toMatchObject({ code: 'parameter_unknown', param: 'coupon' })
  const invoice = await api('/v1/invoices', post(`customer=${id}&tax_percent=20`))
  expect(invoice.body.error).toMatchObject({ code: 'parameter_unknown', param: 'tax_percent' })
})

rule('a parameter that must be there is asked for', SECTION, async ({ api, draft }) => {
  const { id, lines } = await draft()
  const line = lines.data[0]?.id
  const { status, body } = await api(`/v1/invoices/${id}/remove_lines`, post(`lines[0][id]=${line}`))
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    code: 'parameter_missing',
    message: 'Missing required param: lines[0][behavior].',
    param: 'lines[0][behavior]',
  })
})

rule('a tax rate needs its name, its percentage and its kind', 'api/tax_rates/create', async ({ api }) => {
  const { body } = await api('/v1/tax_rates', post('percentage=20&inclusive=false'))
  expect(body.error).toMatchObject({
    code: 'parameter_missing',
    message: 'Missing required param: display_name.',
    param: 'display_name',
  })
})

rule('an integer consists of digits', SECTION, async ({ api, customer }) => {
  const { id } = await customer()
  for (const value of ['abc', '1.5', '1e3']) {
    const { body } = await api(`/v1/customers/${id}`, post(`balance=${value}`))
    expect(body.error).toMatchObject({
      code: 'parameter_invalid_integer',
      message: `Invalid integer: ${value}`,
      param: 'balance',
    })
  }
})

rule('a word outside a closed list of words is refused with the list', SECTION, async ({ api, customer }) => {
  const { id } = await customer()
  const status = await api('/v1/invoices?status=nope')
  expect(status.status).toBe(400)
  expect(status.body.error).toEqual(
    expect.objectContaining({
      type: 'invalid_request_error',
      message: 'Invalid status: must be one of draft, open, void, paid, or uncollectible',
      param: 'status',
    }),
  )
  const behavior = await api('/v1/invoices', post(`customer=${id}&pending_invoice_items_behavior=maybe`))
  expect(behavior.body.error).toMatchObject({
    message: 'Invalid pending_invoice_items_behavior: must be one of include or exclude',
    param: 'pending_invoice_items_behavior',
  })
})

rule('true and false are the only booleans', SECTION, async ({ api, customer }) => {
  const { id } = await customer()
  const { status, body } = await api('/v1/invoices', post(`customer=${id}&auto_advance=perhaps`))
  expect(status).toBe(400)
  expect(body.error).toMatchObject({ message: 'Invalid boolean: perhaps', param: 'auto_advance' })
})

rule('empty values unset what can be unset only', SECTION, async ({ api }) => {
  const { status, body } = await api('/v1/invoices', post('customer='))
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    code: 'parameter_invalid_empty',
    message: expect.stringMatching(
      /^You passed an empty string for 'customer'\. We assume empty values are an attempt to unset a parameter; however 'customer' cannot be unset\. You should remove 'customer' from your request or supply a non-empty value\.$/,
    ),
    param: 'customer',
  })
})

rule('a hash in place of a text is refused as it stands', SECTION, async ({ api }) => {
  const hash = await api('/v1/customers', post('name[a]=1'))
  expect(hash.body.error).toMatchObject({ message: 'Invalid string: {"a":"1"}', param: 'name' })
  const list = await api('/v1/customers', post('name[0]=a&name[1]=b'))
  expect(list.body.error).toMatchObject({ message: 'Invalid string: {"0":"a","1":"b"}', param: 'name' })
})

rule('a text in place of a hash is refused', SECTION, async ({ api }) => {
  const { status, body } = await api('/v1/customers', post('address=Main+Street'))
  expect(status).toBe(400)
  expect(body.error).toMatchObject({ message: 'Invalid object', param: 'address' })
})

rule('a text in place of a list is refused', SECTION, async ({ api, draft }) => {
  const { id } = await draft()
  const { status, body } = await api(`/v1/invoices/${id}/add_lines`, post('lines=1'))
  expect(status).toBe(400)
  expect(body.error).toMatchObject({ message: 'Invalid array', param: 'lines' })
})

rule('a currency is one that Stripe knows', 'currencies', async ({ api, customer }) => {
  const { id } = await customer()
  const { status, body } = await api('/v1/invoices', post(`customer=${id}&currency=zzz`))
  expect(status).toBe(400)
  expect(body.error).toMatchObject({
    message: expect.stringMatching(
      /^Invalid currency: zzz\. Stripe currently supports these currencies: usd, aed, afn, /,
    ),
    param: 'currency',
  })
})

rule(
  'a currency may be written in capitals and comes back small',
  'currencies',
  async ({ api, customer }) => {
    const { id } = await customer()
    expect((await api('/v1/invoices', post(`customer=${id}&currency=EUR`))).body.currency).toBe('eur')
  },
)

rule('an e-mail address looks like one', 'error-codes', async ({ refusal, stripe }) => {
  expect(await refusal(stripe.customers.create({ email: 'nonsense' }))).toMatchObject({
    statusCode: 400,
    code: 'email_invalid',
    message: 'Invalid email address: nonsense',
    param: 'email',
  })
})

rule('a text has a maximum length', 'api', async ({ refusal, stripe }) => {
  const error = await refusal(stripe.customers.create({ name: 'x'.repeat(5001) }))
  expect(error).toMatchObject({ statusCode: 400, param: 'name' })
})

rule(
  'an object named by a parameter that is not there is 400, not 404',
  SECTION,
  async ({ refusal, stripe }) => {
    expect(await refusal(stripe.invoices.create({ customer: 'cus_nope' }))).toMatchObject({
      statusCode: 400,
      code: 'resource_missing',
      message: "No such customer: 'cus_nope'",
      param: 'customer',
    })
  },
)

rule('nothing is done when one of the parameters is bad', SECTION, async ({ api, stripe }) => {
  const email = `bad-${Date.now()}@example.com`
  await api('/v1/customers', post(`email=${email}&balance=abc`))
  expect((await stripe.customers.list({ email })).data).toEqual([])
})
