import { expect, type Page } from '@playwright/test'
import { openBusiness, signIn, signUp } from './support/account'
import { test } from './support/fixtures'
import {
  anInvoice,
  CARDS,
  openPaymentPage,
  payWith,
  type SampleInvoice,
  sendInvoice,
  writeInvoice,
} from './support/invoice'

test('somebody signs up, writes, sends and is paid an invoice, and the list in the other tab turns by itself', async ({
  page,
  owner,
  context,
}) => {
  await signUp(page, owner)
  await openBusiness(page, owner)
  const invoice = anInvoice()
  await writeInvoice(page, invoice)
  await sendInvoice(page)
  const list = await context.newPage()
  await list.goto('/invoices')
  await expectInList(list, invoice, 'Open')
  await expect(sum(list, 'Outstanding')).toContainText(invoice.total)

  const hosted = await openPaymentPage(page)
  await payWith(hosted, CARDS.good)
  await expect(hosted.getByText(/paid on .* with Visa ending in 4242/)).toBeVisible()

  await expectInList(list, invoice, 'Paid')
  await expect(sum(list, 'Paid')).toContainText(invoice.total)
  await expect(sum(list, 'Outstanding')).toContainText('$0.00')
})

test('the client pays from the link in the e-mail, and the invoice tells the story', async ({
  home,
  context,
  sendOne,
}) => {
  const invoice = await sendOne()
  await home.getByRole('link', { name: 'Open the invoice' }).click()
  await expect(home.getByRole('heading', { level: 1, name: /^Invoice / })).toBeVisible()

  const outbox = await context.newPage()
  await outbox.goto('/emulator/outbox')
  await outbox.getByRole('row').filter({ hasText: invoice.email }).getByRole('link').click()
  await outbox.getByRole('link', { name: 'Pay this invoice' }).click()
  await expect(outbox.getByRole('button', { name: 'Pay $153.00 USD' })).toBeVisible()
  await payWith(outbox, CARDS.good)
  await expect(outbox.getByText(/paid on/)).toBeVisible()

  await expect(home.getByText(/· Paid/)).toBeVisible()
  await expect(home.getByText('Visa ···· 4242')).toBeVisible()
})

test('two browsers of one business see the change without a reload', async ({
  home,
  owner,
  sendOne,
  openBrowser,
}) => {
  const other = await openBrowser()
  await signIn(other, owner)
  await expect(other.getByText('No invoices yet')).toBeVisible()

  const invoice = await sendOne()
  await expectInList(other, invoice, 'Open')

  const hosted = await openPaymentPage(home)
  await payWith(hosted, CARDS.good)
  await expectInList(other, invoice, 'Paid')
})

async function expectInList(list: Page, { client, total }: SampleInvoice, status: string) {
  const row = list.getByRole('row').filter({ hasText: client })
  await expect(row).toContainText(status)
  await expect(row).toContainText(total)
}

function sum(list: Page, name: string) {
  return list.getByRole('term').filter({ hasText: name }).locator('..')
}
