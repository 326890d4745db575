import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing/testing'
import { createMember } from '@/lib/accounts/testing'
import type { TestBrowser } from '@/lib/http/testing-request'
import { voidInvoice } from '@/lib/invoices/actions'

testDatabase()

let browser: TestBrowser
beforeAll(async () => {
  ;({ browser } = await createMember())
})

const ID = '01936f00-0000-7000-8000-000000000001'
const deep = JSON.parse(`{"id":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)
const wide = Object.fromEntries(Array.from({ length: 1_000_000 }, (_, i) => [`k${i}`, 1]))

test.for([
  ['ten thousand levels', deep],
  ['a million keys', { id: ID, ...wide }],
  ['a key that reaches a prototype', JSON.parse(`{"id":"${ID}","__proto__":{"role":"owner"}}`)],
])('%s: refused before a schema looks at it', async ([, input]) => {
  const refusal = { code: 'invalid', message: 'This is more than the form can send.' }
  expect(await browser.run(() => voidInvoice(input))).toMatchObject(refusal)
})

test('of a key that comes twice one value counts, and it is judged like any other', async () => {
  const twice = JSON.parse(`{"id":"${ID}","id":"../1"}`)
  expect(await browser.run(() => voidInvoice(twice))).toMatchObject({
    ok: false,
    code: 'invalid',
    field: 'id',
  })
})
