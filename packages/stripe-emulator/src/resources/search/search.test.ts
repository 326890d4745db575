import { expect, test } from 'vitest'
import { Change } from '../../state/change'
import { Ledger } from '../../state/database'
import { Book } from '../../state/unit-of-work'
import { newCustomer } from '../customers/customer'
import { searchOperation } from './operation'

const now = 1_800_000_000
const operation = searchOperation('customer', 'customers', {
  name: { type: 'string', of: ({ name }) => name },
})

function found(searchLagSeconds: number): unknown {
  const book = new Book(new Change(new Ledger()), 'acct_1', {
    now,
    origin: '',
    platform: 'acct_1',
    request: null,
    searchLagSeconds,
  })
  for (const age of [0, 30, 90]) book.put('customer', { ...newCustomer(now - age), name: `Aged ${age}` })
  return operation.prepare({ query: 'name:"aged"' })(book, []).body
}

test('search finds everything at once, unless it is behind', () => {
  expect(found(0)).toMatchObject({ data: [{ name: 'Aged 90' }, { name: 'Aged 30' }, { name: 'Aged 0' }] })
})

test('what is younger than the lag is not found yet', () => {
  expect(found(60)).toMatchObject({ data: [{ name: 'Aged 90' }], has_more: false })
})
