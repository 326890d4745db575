import { expect, type Page } from '@playwright/test'
import { test } from './support/fixtures'
import { anInvoice, lineField, writeInvoice } from './support/invoice'

type Field = 'Description' | 'Quantity' | 'Price' | 'Tax %'

/** What is typed into the first line, and what is said beside it; the text stays as typed. */
const CELLS: [field: Field, typed: string, message: string | RegExp][] = [
  ['Price', 'NaN', /^Enter a number/],
  ['Price', 'Infinity', /^Enter a number/],
  ['Price', '1e3', /^Enter a number/],
  ['Price', '0x10', /^Enter a number/],
  ['Price', '', 'Enter a price.'],
  ['Quantity', '0', /above zero/],
  ['Quantity', '-1', /above zero/],
  ['Price', '9'.repeat(60), /at most|Enter a number/],
  ['Price', '1.1234567890123', 'Use at most 12 decimals.'],
  ['Description', '', 'Say what you are billing for.'],
  ['Description', '   ', 'Say what you are billing for.'],
  ['Description', '\u200B', 'Say what you are billing for.'],
  ['Tax %', '100.0001', 'Enter a percentage from 0 to 100.'],
  ['Tax %', '7.12345', 'Use at most 4 decimals.'],
  ['Tax %', '-5', 'Enter a percentage from 0 to 100.'],
]

test('a line that cannot be billed says so beside its field, and keeps the typed text', async ({ home }) => {
  await writeInvoice(home, anInvoice())
  for (const [field, typed, message] of CELLS) {
    await test.step(`${field} ${JSON.stringify(typed.slice(0, 20))}`, async () => {
      const cell = lineField(home, field, 1)
      const before = await cell.inputValue()
      await cell.fill(typed)
      await home.getByRole('button', { name: 'Review' }).click()
      await expect(cell).toHaveAccessibleDescription(message)
      await expect(cell).toHaveValue(typed)
      await expect(home.getByRole('heading', { name: 'One thing to put right first' })).toBeVisible()
      await cell.fill(before)
      await cell.blur()
    })
  }
})

test('yen with a fraction is refused at its field, and a new currency asks about the prices', async ({
  home,
}) => {
  await writeInvoice(home, anInvoice())
  await home.getByLabel('Currency').selectOption('jpy')
  await home.getByRole('button', { name: 'Same numbers in JPY' }).click()
  await lineField(home, 'Price', 1).fill('100.5')
  await home.getByRole('button', { name: 'Review' }).click()
  await expect(lineField(home, 'Price', 1)).toHaveAccessibleDescription(/no decimals/)
  await expect(lineField(home, 'Price', 1)).toHaveValue('100.5')
})

test('a discount above the sum is refused at its field', async ({ home }) => {
  await writeInvoice(home, anInvoice())
  await home.getByRole('button', { name: 'Add a discount' }).click()
  const discount = home.getByRole('textbox', { name: 'Discount', exact: true })
  await home.getByRole('combobox', { name: 'Discount: percent or amount' }).selectOption('amount')
  await discount.fill('151.01')
  await home.getByRole('button', { name: 'Review' }).click()
  await expect(discount).toHaveAccessibleDescription('Take off at most $151.00.')
  await expect(discount).toHaveValue('151.01')
})

test('an empty invoice says all that is missing, and each word leads to its field', async ({ home }) => {
  await home.goto('/invoices/new')
  await home.getByRole('button', { name: 'Review' }).click()
  const summary = home.getByRole('region', { name: 'things to put right first' })
  await expect(summary).toBeFocused()
  await summary.getByRole('button', { name: /^Client: Choose who to bill/ }).click()
  await expect(home.getByRole('combobox', { name: 'Bill to' })).toBeFocused()
  await expect(home.getByRole('combobox', { name: 'Bill to' })).toHaveAccessibleDescription(
    'Choose who to bill.',
  )
})

test('a client without e-mail is caught before Stripe is asked', async ({ home }) => {
  await writeInvoice(home, anInvoice({ email: '' }))
  await home.getByRole('button', { name: 'Review' }).click()
  await expect(home.getByRole('combobox', { name: 'Bill to' })).toHaveAccessibleDescription(/e-mail address/)
  await expect.poll(() => invoices(home)).toMatchObject([{ status: 'draft', send: null }])
})

test('a megabyte pasted into the memo is refused and kept', async ({ home }) => {
  await writeInvoice(home, anInvoice())
  const memo = home.getByLabel('Memo')
  const megabyte = 'Thank you. '.repeat(100_000)
  await memo.fill(megabyte)
  await home.getByRole('button', { name: 'Review' }).click()
  await expect(memo).toHaveAccessibleDescription(/1,?500/)
  expect(await memo.inputValue()).toBe(megabyte)
})

test('after sending, back and reload never offer to send again', async ({ home, sendOne }) => {
  await sendOne()
  await home.reload()
  await expect(home.getByRole('heading', { name: 'Sent' })).toBeVisible()
  await home.goBack()
  await expect(home.getByRole('button', { name: 'Send invoice' })).toBeHidden()
  expect(await invoices(home)).toMatchObject([{ status: 'open' }])
})

const REFUSED_EMAILS = [
  'two words@example.com',
  'a@b@example.com',
  'a@b',
  'victim@x.com,attacker@y.com',
  'a@b(c).com',
  'user＠victim.com,x',
]

test('an address that is none is refused beside its field, in the words it was typed', async ({ home }) => {
  await home.goto('/clients/new')
  await home.getByRole('textbox', { name: 'Name' }).fill('Nordwind')
  const email = home.getByLabel('E-mail')
  for (const typed of REFUSED_EMAILS) {
    await test.step(typed, async () => {
      await email.fill(typed)
      await home.getByRole('button', { name: /Create client|Save/ }).click()
      await expect(email).toHaveAttribute('aria-invalid', 'true')
      await expect(email).toHaveValue(typed)
    })
  }
})

async function invoices(page: Page) {
  return (await (await page.request.get('/api/invoices')).json()).rows
}
