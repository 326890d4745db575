import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'

export type SampleLine = { description: string; quantity: string; price: string; tax: string }

export type SampleInvoice = { client: string; email: string; lines: SampleLine[]; total: string }

/** Three lines that come to $153.00, for a client nobody else bills. */
export function anInvoice(changes: Partial<SampleInvoice> = {}): SampleInvoice {
  const mark = randomUUID().slice(0, 8)
  return {
    client: `Nordwind ${mark}`,
    email: `billing-${mark}@nordwind.example`,
    lines: [
      { description: 'Design of the landing page', quantity: '1.5', price: '80', tax: '' },
      { description: 'Two icons', quantity: '2', price: '10', tax: '10' },
      { description: 'Hosting in December', quantity: '1', price: '11', tax: '' },
    ],
    total: '$153.00',
    ...changes,
  }
}

export function lineField(page: Page, name: 'Description' | 'Quantity' | 'Price' | 'Tax %', line: number) {
  return page.getByRole('listitem', { name: `Line ${line}`, exact: true }).getByRole('textbox', { name })
}

export async function createClient(page: Page, { client, email }: Pick<SampleInvoice, 'client' | 'email'>) {
  await page.getByRole('combobox', { name: 'Bill to' }).fill(client)
  await page.getByRole('option', { name: `New client “${client}”` }).click()
  const dialog = page.getByRole('dialog', { name: 'New client' })
  await expect(dialog.getByLabel('Name')).toHaveValue(client)
  await dialog.getByLabel('E-mail').fill(email)
  await dialog.getByRole('button', { name: 'Create client' }).click()
  await expect(dialog).toBeHidden()
}

/** From any page to a filled builder, with the client made on the spot. */
export async function writeInvoice(page: Page, invoice: SampleInvoice) {
  await page.getByRole('link', { name: 'New invoice' }).click()
  await createClient(page, invoice)
  for (const [index, line] of invoice.lines.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add line' }).click()
    await lineField(page, 'Description', index + 1).fill(line.description)
    await lineField(page, 'Quantity', index + 1).fill(line.quantity)
    await lineField(page, 'Price', index + 1).fill(line.price)
    // A new line begins with the tax of the one before.
    await lineField(page, 'Tax %', index + 1).fill(line.tax)
  }
  await expect(page.getByRole('region', { name: 'Totals' })).toContainText(invoice.total)
}

/** From a filled builder through the review to an open invoice. */
export async function sendInvoice(page: Page) {
  await page.getByRole('button', { name: 'Review' }).click()
  await page.getByRole('button', { name: 'Send invoice' }).click()
  await expect(page.getByRole('heading', { name: 'Sent' })).toBeVisible()
}

/** The hosted page, in a tab of its own. */
export async function openPaymentPage(page: Page) {
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Open payment page' }).click()
  return opened
}

export const CARDS = { good: '4242 4242 4242 4242', declined: '4000 0000 0000 0002' }

/** Fills the card form of a hosted invoice page and presses Pay. */
export async function payWith(page: Page, number: string) {
  await page.getByLabel('Card number').fill(number)
  await page.getByLabel('Expiry').fill('12 / 34')
  await page.getByLabel('Security code').fill('123')
  await page.getByRole('button', { name: /^Pay / }).click()
}
