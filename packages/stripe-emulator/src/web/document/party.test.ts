import { expect, test } from 'vitest'
import { aHostedInvoice } from '../testing/hosted'
import { partiesOf } from './party'

const ADDRESS = { line1: '1 Street', line2: null, state: null }

test.each([
  [{ ...ADDRESS, city: 'Oslo', postal_code: '0155', country: 'NO' }, '0155 Oslo', 'Norway'],
  [{ ...ADDRESS, city: 'Leeds', postal_code: 'LS1 1AA', country: 'GB' }, 'Leeds, LS1 1AA', 'United Kingdom'],
  [
    { ...ADDRESS, city: 'Austin', state: 'TX', postal_code: '78701', country: 'US' },
    'Austin, TX 78701',
    'United States',
  ],
  [{ ...ADDRESS, city: 'Nowhere', postal_code: null, country: 'XX' }, 'Nowhere', 'XX'],
])('an address is written as in its country: %j', (customer_address, town, country) => {
  const billTo = partiesOf(aHostedInvoice({ customer_address }))[1]
  expect(billTo?.lines.slice(1, 4)).toEqual(['1 Street', town, country])
})

test('the shipping address is printed only if it was given', () => {
  expect(partiesOf(aHostedInvoice()).map(({ heading }) => heading)).toEqual(['From', 'Bill to'])
})
