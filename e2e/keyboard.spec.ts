import { expect } from '@playwright/test'
import { test } from './support/fixtures'
import { anInvoice, CARDS, lineField } from './support/invoice'
import { expectFocusKept, tabAndType, tabTo } from './support/keyboard'

test('the whole road by keyboard alone, the focus always in sight', async ({ page, context, owner }) => {
  const invoice = anInvoice()
  const keys = page.keyboard

  await test.step('sign up', async () => {
    await page.goto('/sign-up')
    await tabAndType(page, page.getByLabel('E-mail'), owner.email)
    await tabAndType(page, page.getByLabel('Your name'), owner.name)
    await tabAndType(page, page.getByRole('textbox', { name: 'Password' }), owner.password)
    await keys.press('Enter')
  })

  await test.step('name the business', async () => {
    await expect(page.getByLabel('Name')).toBeFocused()
    await keys.type(owner.business)
    await tabAndType(page, page.getByLabel('Country'), 'United States')
    await tabTo(page, page.getByRole('button', { name: 'Continue' }))
    await keys.press('Enter')
    await expect(page.getByText('No invoices yet')).toBeVisible()
  })

  await test.step('begin an invoice and make its client', async () => {
    // Keys are heard once the page is awake, which is when it says that it is live.
    await expect(page.getByText('Live', { exact: true })).toBeAttached()
    await keys.press('n')
    await expect(page.getByRole('combobox', { name: 'Bill to' })).toBeFocused()
    await keys.type(invoice.client)
    await expect(page.getByRole('option', { name: /New client/ })).toBeVisible()
    await keys.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'New client' })
    await expect(dialog.getByLabel('Name')).toBeFocused()
    await tabAndType(page, dialog.getByLabel('E-mail'), invoice.email)
    await keys.press('Enter')
    await expect(dialog).toBeHidden()
    await expectFocusKept(page)
  })

  await test.step('write the lines', async () => {
    for (const [index, line] of invoice.lines.entries()) {
      const number = index + 1
      await tabAndType(page, lineField(page, 'Description', number), line.description)
      await tabAndType(page, lineField(page, 'Quantity', number), line.quantity)
      await tabAndType(page, lineField(page, 'Price', number), line.price)
      await tabAndType(page, lineField(page, 'Tax %', number), line.tax || '0')
      if (number === invoice.lines.length) continue
      await keys.press('Enter')
      await expect(lineField(page, 'Description', number + 1)).toBeFocused()
    }
    await expect(page.getByRole('region', { name: 'Totals' })).toContainText(invoice.total)
  })

  await test.step('review and send', async () => {
    await keys.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Review and send' })).toBeFocused()
    await tabTo(page, page.getByRole('button', { name: 'Send invoice' }))
    await keys.press('Enter')
    await expect(page.getByRole('heading', { name: 'Sent' })).toBeFocused()
  })

  await test.step('pay', async () => {
    const list = await context.newPage()
    await list.goto('/invoices')
    const row = list.getByRole('row').filter({ hasText: invoice.client })
    await expect(row).toContainText('Open')

    await page.bringToFront()
    await tabTo(page, page.getByRole('link', { name: 'Open payment page' }))
    const opened = context.waitForEvent('page')
    await keys.press('Enter')
    const hosted = await opened
    await expect(hosted.getByRole('button', { name: 'Pay $153.00 USD' })).toBeVisible()
    await tabAndType(hosted, hosted.getByLabel('Card number'), CARDS.good)
    await tabAndType(hosted, hosted.getByLabel('Expiry'), '12/34')
    await tabAndType(hosted, hosted.getByLabel('Security code'), '123')
    await tabTo(hosted, hosted.getByRole('button', { name: 'Pay $153.00 USD' }))
    await hosted.keyboard.press('Enter')
    await expect(hosted.getByText(/paid on/)).toBeVisible()
    await expect(row).toContainText('Paid')
  })
})
