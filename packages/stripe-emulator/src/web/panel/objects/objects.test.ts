import { expect, test } from 'vitest'
import { fakeAdmin } from '../../testing/admin'
import { visit } from '../../testing/visit'
import { web } from '../../web'
import { kindWords } from './objects'

test('an account lists its kinds, and a kind its objects page by page', async () => {
  const account = await visit(fakeAdmin(), '/accounts/acct_1')
  expect(account.text).toContain('<a href="/emulator/accounts/acct_1/credit_note">Credit notes</a>')
  const first = await visit(fakeAdmin(), '/accounts/acct_1/credit_note')
  expect(first.text).toContain('<a href="/emulator/objects/acct_1/cn_1">ADA-0007-CN-01</a>')
  expect(first.text).toContain('href="/emulator/accounts/acct_1/credit_note?after=cn_1"')
  const last = await visit(fakeAdmin(), '/accounts/acct_1/credit_note?after=cn_1')
  expect(last.text).not.toContain('Older ones')
})

test('an object is JSON for a program, and a page whose ids are links for a browser', async () => {
  const { admin } = fakeAdmin()
  const known = { ...admin, object: (_account: string, id: string) => ({ id, customer: 'cus_12345678' }) }
  const app = web(known)
  const asked = { headers: { accept: 'text/html' } }
  expect(await (await app.request('/objects/acct_1/in_1')).json()).toMatchObject({ id: 'in_1' })
  expect(await (await app.request('/objects/acct_1/in_1?as=json', asked)).json()).toMatchObject({
    id: 'in_1',
  })
  const text = await (await app.request('/objects/acct_1/in_1', asked)).text()
  expect(text).toContain('"<a href="/emulator/objects/acct_1/cus_12345678">cus_12345678</a>"')
})

test('the fields of an object are shown as text, not as markup', async () => {
  const { admin } = fakeAdmin()
  const hostile = { ...admin, object: () => ({ name: '<script>alert(1)</script>' }) }
  const response = await web(hostile).request('/objects/acct_1/x', { headers: { accept: 'text/html' } })
  expect(await response.text()).not.toContain('<script')
})

test.each(['/accounts/acct_2', '/accounts/acct_1/unicorn', '/objects/acct_1/in_2', '/objects/acct_2/in_1'])(
  'there is nothing at %s',
  async (path) => {
    expect((await visit(fakeAdmin(), path)).status).toBe(404)
  },
)

test('kinds are named in words', () => {
  expect(kindWords('customer_balance_transaction')).toBe('Customer balance transactions')
  expect(kindWords('invoiceitem')).toBe('Invoice items')
})
