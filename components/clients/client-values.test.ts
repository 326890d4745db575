import { expect, test } from 'vitest'
import { clientSchema } from '@/lib/clients/schema'
import { clientValues, NO_CLIENT } from './client-values'

test('a form without fields is an empty client', () => {
  expect(clientValues(new FormData())).toEqual(NO_CLIENT)
})

test('every field of the schema is read from the form by its path', () => {
  const form = new FormData()
  const filled = {
    ...NO_CLIENT,
    name: 'Ada',
    email: 'ada@example.com',
    phone: '+49 30 1',
    address: { line1: 'A 1', line2: 'B', city: 'Berlin', postalCode: '10115', state: 'BE', country: 'DE' },
    language: 'de',
    note: 'Pays early',
  }
  for (const [name, value] of Object.entries(filled)) if (typeof value === 'string') form.set(name, value)
  for (const [name, value] of Object.entries(filled.address)) form.set(`address.${name}`, value)
  expect(clientSchema.parse(clientValues(form))).toEqual(filled)
})
