import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draft, open } from '../testing/bill'
import { KEY, start } from '../testing/start'
import { operations } from './routes'

const { stripe, emulator } = await start()
const invoice = await draft(stripe)
const finalized = await open(stripe)
const account = await stripe.accounts.create({ country: 'US' })
const ids = [
  invoice.id,
  finalized.id,
  String(invoice.customer),
  account.id,
  'in_nope',
  '__proto__',
  'constructor',
  '%00',
]

const id = fc.constantFrom(...ids, invoice.lines.data[0]?.id ?? '')
const key = fc.constantFrom(
  ...[
    'amount',
    'currency',
    'customer',
    'lines',
    'lines[0][amount]',
    'lines[][id]',
    'lines[0][price_data][currency]',
  ],
  ...[
    'metadata[a]',
    'metadata[__proto__]',
    'metadata',
    'expand[]',
    'expand',
    'limit',
    'starting_after',
    'created[gte]',
  ],
  ...[
    'payment_method',
    'quantity_decimal',
    'unit_amount_decimal',
    'discounts[0][coupon]',
    'tax_rates[0]',
    'toString',
  ],
  ...[
    'name',
    'email',
    'percentage',
    'inclusive',
    'display_name',
    'percent_off',
    'url',
    'enabled_events[0]',
    'country',
  ],
  ...[
    'lines[0][quantity]',
    'lines[0][pricing][price]',
    'days_until_due',
    'collection_method',
    'invoice',
    '__proto__',
  ],
)
const value = fc.oneof(
  id,
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1',
    '1e9',
    '99999999999999999999',
    '999999999999999.999999999999',
    'usd',
    'true',
  ),
  fc.constantFrom(
    'customer',
    'constructor',
    'lines.data.discounts',
    'data.customer',
    'send_invoice',
    'pm_card_visa',
  ),
)
const request = fc.record({
  operation: fc.constantFrom(...operations),
  ids: fc.array(id, { minLength: 2, maxLength: 2 }),
  pairs: fc.array(fc.tuple(key, value), { maxLength: 6 }),
})

test('nothing that may be asked is answered with 500, and every answer is JSON', async () => {
  await fc.assert(
    fc.asyncProperty(request, async ({ operation, ids: [first = '', second = ''], pairs }) => {
      const path = operation.path
        .replace(/:\w+/, encodeURIComponent(first))
        .replace(/:\w+/, encodeURIComponent(second))
      const form = pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
      const isPost = operation.method === 'POST'
      const answer = await emulator.fetch(
        new Request(`http://localhost${path}${isPost ? '' : `?${form}`}`, {
          method: operation.method,
          headers: { authorization: `Bearer ${KEY}` },
          ...(isPost ? { body: form } : {}),
        }),
      )
      expect(answer.status).toBeLessThan(500)
      expect(await answer.json()).toBeTypeOf('object')
    }),
    { numRuns: 1000 },
  )
})

test('amounts stay whole numbers that JSON can carry', async () => {
  const { id } = await draft(stripe, [])
  const body =
    'lines[0][price_data][currency]=usd&lines[0][price_data][product_data][name]=a&lines[0][price_data][unit_amount_decimal]=999999999999999&lines[0][quantity]=999999999'
  const answer = await emulator.fetch(
    new Request(`http://localhost/v1/invoices/${id}/add_lines`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}` },
      body,
    }),
  )
  expect(await answer.json()).toMatchObject({ error: { code: 'amount_too_large' } })
})
