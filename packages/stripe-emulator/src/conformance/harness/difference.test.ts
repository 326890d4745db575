import { expect, test } from 'vitest'
import { difference } from './difference'

function answer(body: unknown, status = 200, path = '/v1/invoices', method = 'POST') {
  return { method, path, status, body }
}

test('the same answers do not differ, whatever their ids, times, addresses and prefixes', () => {
  const real = {
    id: 'in_1Pabc2defghi',
    created: 1_790_000_000,
    hosted_invoice_url: 'https://invoice.stripe.com/i/acct_1/test_2',
    number: 'TPWQGGSN-0003',
    invoice_prefix: 'TPWQGGSN',
    client_secret: 'pi_3Pabc2defghi_secret_Xyz12345',
  }
  const emulator = {
    id: 'in_9Zzzzzzzzzzz',
    created: 1_791_111_111,
    hosted_invoice_url: 'http://localhost:9/i/1',
    number: 'ABCDEFGH-0003',
    invoice_prefix: 'ABCDEFGH',
    client_secret: 'pi_Qqqqqqqqqqq1_secret_A1b2c3d4e5',
  }
  expect(difference([answer(real)], [answer(emulator)])).toEqual([])
})

test('values, types, missing and extra fields differ', () => {
  const real = {
    total: 5,
    quantity: '1',
    paid: true,
    lines: [{ amount: 1 }, { amount: 2 }],
    number: 'X-0001',
  }
  const emulator = { total: 6, quantity: 1, status: 'open', lines: [{ amount: 3 }], number: 'X-0002' }
  expect(difference([answer(real)], [answer(emulator)])).toEqual([
    { exchange: 'POST /v1/invoices #1', field: 'total', real: 5, emulator: 6 },
    { exchange: 'POST /v1/invoices #1', field: 'quantity', real: '1', emulator: 1 },
    { exchange: 'POST /v1/invoices #1', field: 'paid', real: true, emulator: '(absent)' },
    { exchange: 'POST /v1/invoices #1', field: 'lines.length', real: 2, emulator: 1 },
    { exchange: 'POST /v1/invoices #1', field: 'lines[0].amount', real: 1, emulator: 3 },
    { exchange: 'POST /v1/invoices #1', field: 'number', real: 'X-0001', emulator: 'X-0002' },
    { exchange: 'POST /v1/invoices #1', field: 'status', real: '(absent)', emulator: 'open' },
  ])
})

test('an id is not null, nor an id of another kind', () => {
  const found = difference(
    [answer({ customer: 'cus_Abcdefgh1234', charge: 'ch_Abcdefgh1234' })],
    [answer({ customer: null, charge: 'py_Abcdefgh1234' })],
  )
  expect(found).toMatchObject([
    { field: 'customer', real: '{cus}', emulator: null },
    { field: 'charge', real: '{ch}', emulator: '{py}' },
  ])
})

test('refusals differ in status, code, param and words; ids in the words do not count', () => {
  const error = (words: object) => ({ error: { type: 'invalid_request_error', ...words } })
  const real = error({
    code: 'resource_missing',
    message: "No such customer: 'cus_Abcdefgh1234'",
    param: 'id',
  })
  const same = error({
    code: 'resource_missing',
    message: "No such customer: 'cus_Zyxwvuts9876'",
    param: 'id',
  })
  const other = error({ message: 'No such thing', param: 'customer' })
  expect(difference([answer(real, 404)], [answer(same, 404)])).toEqual([])
  expect(difference([answer(real, 404)], [answer(other, 400)]).map((each) => each.field)).toEqual([
    'status',
    'error.code',
    'error.message',
    'error.param',
  ])
})

test('calls are matched by what they ask, not by the ids in them', () => {
  const path = (id: string) => `/v1/invoices/${id}/finalize`
  const real = [
    answer({ total: 1 }, 200, path('in_Abcdefgh1')),
    answer({ total: 2 }, 200, path('in_Abcdefgh2')),
  ]
  const emulator = [answer({ total: 1 }, 200, path('in_Zyxwvuts1'))]
  expect(difference(real, emulator)).toEqual([
    { exchange: 'POST /v1/invoices/{in}/finalize #2', field: 'status', real: 200, emulator: '(not called)' },
  ])
})

test('times in what is asked do not count', () => {
  const list = (time: number) => answer({ data: [] }, 200, `/v1/customers?created[gte]=${time}`, 'GET')
  expect(difference([list(1_790_000_000)], [list(1_790_000_005)])).toEqual([])
})

test('only the last answer to a repeated question counts', () => {
  const poll = (status: string) =>
    answer({ status }, 200, '/v1/test_helpers/test_clocks/clock_Abcdefgh1', 'GET')
  expect(difference([poll('advancing'), poll('advancing'), poll('ready')], [poll('ready')])).toEqual([])
  expect(difference([poll('advancing')], [poll('ready')])).toHaveLength(1)
})
