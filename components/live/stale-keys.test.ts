import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { clientKeys } from '@/lib/clients/query-options'
import { invoiceKeys } from '@/lib/invoices/query-options'
import { staleKeys } from './stale-keys'
import type { LiveChange } from './stream'

const KEYS = {
  list: invoiceKeys.list({ status: 'open', q: '', cursor: null }),
  one: invoiceKeys.detail('one'),
  two: invoiceKeys.detail('two'),
  clients: clientKeys.list(''),
}

/** Which of the queries above a change makes stale, as the query client itself decides it. */
function staleAfter(change: LiveChange) {
  const queries = new QueryClient()
  for (const key of Object.values(KEYS)) queries.setQueryData<unknown>(key, {})
  for (const queryKey of staleKeys(change)) queries.invalidateQueries({ queryKey })
  return Object.entries(KEYS).flatMap(([name, key]) =>
    queries.getQueryState(key)?.isInvalidated ? name : [],
  )
}

test('a change of one invoice makes every list stale, and that invoice', () => {
  expect(staleAfter({ topics: ['invoices'], invoiceIds: ['one'] })).toEqual(['list', 'one'])
})

test('a change of unnamed invoices makes all of them stale', () => {
  expect(staleAfter({ topics: ['invoices'] })).toEqual(['list', 'one', 'two'])
})

test('a change of clients makes only the clients stale', () => {
  expect(staleAfter({ topics: ['clients'] })).toEqual(['clients'])
})

test('a change of the business itself makes no query stale', () => {
  expect(staleAfter({ topics: ['workspace'] })).toEqual([])
})
