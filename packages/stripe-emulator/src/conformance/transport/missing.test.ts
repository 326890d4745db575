import { expect } from 'vitest'
import { rule } from '../harness/rule'

type Row = [method: string, path: string, message: string, param: string]

const INVOICE = "No such invoice: 'in_nope'"

const ROWS: Row[] = [
  ['GET', '/v1/invoices/in_nope', INVOICE, 'invoice'],
  ['DELETE', '/v1/invoices/in_nope', INVOICE, 'invoice'],
  ['POST', '/v1/invoices/in_nope/send', INVOICE, 'invoice'],
  ['POST', '/v1/invoices/in_nope/add_lines', INVOICE, 'invoice'],
  ['POST', '/v1/invoices/in_nope', INVOICE, 'id'],
  ['POST', '/v1/invoices/in_nope/pay', INVOICE, 'id'],
  ['POST', '/v1/invoices/in_nope/finalize', INVOICE, 'id'],
  ['POST', '/v1/invoices/in_nope/void', INVOICE, 'id'],
  ['POST', '/v1/invoices/in_nope/mark_uncollectible', INVOICE, 'id'],
  ['GET', '/v1/invoiceitems/ii_nope', "No such Invoice Item: 'ii_nope'(livemode=false)", 'id'],
  ['DELETE', '/v1/invoiceitems/ii_nope', "No such Invoice Item: 'ii_nope'(livemode=false)", 'id'],
  ['GET', '/v1/customers/cus_nope', "No such customer: 'cus_nope'", 'id'],
  ['POST', '/v1/customers/cus_nope', "No such customer: 'cus_nope'", 'id'],
  ['DELETE', '/v1/customers/cus_nope', "No such customer: 'cus_nope'", 'id'],
  ['GET', '/v1/products/prod_nope', "No such product: 'prod_nope'", 'id'],
  ['GET', '/v1/prices/price_nope', "No such price: 'price_nope'", 'price'],
  ['GET', '/v1/coupons/nope', "No such coupon: 'nope'", 'coupon'],
  ['GET', '/v1/tax_rates/txr_nope', "No such tax rate: 'txr_nope'", 'tax_rate'],
  ['GET', '/v1/payment_intents/pi_nope', "No such payment_intent: 'pi_nope'", 'intent'],
  ['GET', '/v1/payment_methods/pm_nope', "No such PaymentMethod: 'pm_nope'", 'payment_method'],
  ['GET', '/v1/webhook_endpoints/we_nope', "No such webhook endpoint: 'we_nope'", 'webhook_endpoint'],
]

for (const [method, path, message, param] of ROWS) {
  rule(`${method} ${path} names what is not there as "${param}"`, 'error-codes', async ({ api }) => {
    const body = path.endsWith('/add_lines') ? 'lines[0][amount]=100' : ''
    const answer = await api(path, { method, ...(method === 'POST' ? { body } : {}) })
    expect(answer.status).toBe(404)
    expect(answer.body.error).toMatchObject({
      type: 'invalid_request_error',
      code: 'resource_missing',
      doc_url: 'https://stripe.com/docs/error-codes/resource-missing',
      message,
      param,
    })
  })
}

rule(
  'the SDK reports a missing object as an invalid request',
  'api/errors/handling',
  async ({ refusal, stripe }) => {
    expect(await refusal(stripe.invoices.retrieve('in_nope'))).toMatchObject({
      type: 'StripeInvalidRequestError',
      rawType: 'invalid_request_error',
      statusCode: 404,
      code: 'resource_missing',
      param: 'invoice',
    })
  },
)

rule('an id of another kind is not there', 'error-codes', async ({ customer, refusal, stripe }) => {
  const { id } = await customer()
  expect((await refusal(stripe.invoices.retrieve(id))).message).toBe(`No such invoice: '${id}'`)
})

rule('a deleted draft is not there', 'api/invoices/delete', async ({ draft, refusal, stripe }) => {
  const { id } = await draft()
  expect(await stripe.invoices.del(id)).toMatchObject({ id, object: 'invoice', deleted: true })
  expect(await refusal(stripe.invoices.retrieve(id))).toMatchObject({
    statusCode: 404,
    message: `No such invoice: '${id}'`,
  })
})

rule(
  'a deleted customer is there, but for reading only',
  'api/customers/delete',
  async ({ customer, refusal, stripe }) => {
    const { id } = await customer()
    const stub = { id, object: 'customer', deleted: true }
    expect(await stripe.customers.del(id)).toMatchObject(stub)
    expect(await stripe.customers.retrieve(id)).toMatchObject(stub)
    expect(await refusal(stripe.customers.update(id, { name: 'x' }))).toMatchObject({
      statusCode: 404,
      message: `No such customer: '${id}'`,
    })
  },
)
