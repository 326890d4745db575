import { expect, test } from 'vitest'
import { Change } from '../../state/change'
import { Database } from '../../state/database'
import { UnitOfWork } from '../../state/unit-of-work'
import { newCustomer } from '../customers/customer'
import { searchOperation } from './operation'

const now = 1_800_000_000
const operation = searchOperation('customer', 'customers', {
  name: { type: 'string', of: ({ name }) => name },
})

function found(searchLagSeconds: number): unknown {
  const unit = new UnitOfWork(new Change(new Database()), 'acct_1', {
    now,
    origin: '',
    platform: 'acct_1',
    request: null,
    searchLagSeconds,
  })
  for (const age of [0, 30, 90]) unit.put('customer', { ...newCustomer(now - age), name: `Aged ${age}` })
  return operation.prepare({ query: 'name:"aged"' })(unit, []).body
}

test('search finds everything at once, unless it is behind', () => {
  expect(found(0)).toMatchObject({ data: [{ name: 'Aged 90' }, { name: 'Aged 30' }, { name: 'Aged 0' }] })
})

test('search does not find objects younger than its lag', () => {
  expect(found(60)).toMatchObject({ data: [{ name: 'Aged 90' }], has_more: false })
})
