import { expect } from '@playwright/test'
import { test } from './support/fixtures'

test('without script one can sign up, sign out and sign in again', async ({ openBrowser, owner }) => {
  const page = await openBrowser({ javaScriptEnabled: false })
  await page.goto('/sign-up')
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByLabel('Your name').fill(owner.name)
  await page.getByRole('textbox', { name: 'Password' }).fill('short')
  await page.getByRole('button', { name: 'Open an account' }).click()
  await expect(page.getByText('Use at least 12 characters')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(owner.email)
  await expect(page.getByLabel('Your name')).toHaveValue(owner.name)

  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password)
  await page.getByRole('button', { name: 'Open an account' }).click()
  await page.getByLabel('Name').fill(owner.business)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL('/invoices')
  await page.waitForLoadState()

  await page.getByRole('button', { name: 'account menu' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL('/sign-in')
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount/)

  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/account')
})
