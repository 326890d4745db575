import { expect, test } from 'vitest'
import { newId, newInvoicePrefix, randomText } from './ids'

test.each([
  ['in', /^in_1[0-9A-Za-z]{23}$/],
  ['il', /^il_1[0-9A-Za-z]{23}$/],
  ['evt', /^evt_1[0-9A-Za-z]{23}$/],
  ['pi', /^pi_3[0-9A-Za-z]{23}$/],
  ['ch', /^ch_3[0-9A-Za-z]{23}$/],
  ['re', /^re_3[0-9A-Za-z]{23}$/],
  ['acct', /^acct_1[0-9A-Za-z]{15}$/],
  ['cus', /^cus_[0-9A-Za-z]{14}$/],
  ['prod', /^prod_[0-9A-Za-z]{14}$/],
  ['si', /^si_[0-9A-Za-z]{14}$/],
  ['req', /^req_[0-9A-Za-z]{14}$/],
])('an id of %s has the shape that Stripe gives it', (prefix, shape) => {
  expect(newId(prefix)).toMatch(shape)
})

test('no id comes twice, and every letter comes', () => {
  const ids = Array.from({ length: 5000 }, () => newId('in'))
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(ids.join('').replaceAll('in_', '')).size).toBe(62)
})

test('an invoice prefix is eight capitals and digits', () => {
  expect(newInvoicePrefix()).toMatch(/^[A-Z0-9]{8}$/)
  expect(randomText(25)).toMatch(/^[0-9A-Za-z]{25}$/)
})
