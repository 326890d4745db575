import { expect, test } from 'vitest'
import { invoiceFilterOf, invoiceSearch } from './filter'

test('an address and its filter say the same', () => {
  const filter = { status: 'overdue', q: 'Müller & Söhne', cursor: 'o.1' } as const
  expect(invoiceFilterOf(new URLSearchParams(invoiceSearch(filter)))).toEqual(filter)
  expect(invoiceSearch({ status: 'all', q: '', cursor: null })).toBe('')
})

test.each([
  [
    { status: 'id;drop', q: ['a', 'b'], cursor: '' },
    { status: 'all', q: 'a', cursor: null },
  ],
  [{ status: ['paid', 'open'] }, { status: 'paid', q: '', cursor: null }],
  [JSON.parse('{"__proto__":{"status":"paid"},"q":""}'), { status: 'all', q: '', cursor: null }],
  [{ q: `  ${'x'.repeat(100_000)}` }, { status: 'all', q: 'x'.repeat(100), cursor: null }],
])('makes sense of %o', (params, expected) => {
  expect(invoiceFilterOf(params)).toEqual(expected)
})
