import { expect, type Page } from '@playwright/test'

type Person = { name: string; email: string; password: string }

/** From nothing to the form about the business. */
export async function signUp(page: Page, { name, email, password }: Person) {
  await page.goto('/sign-up')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Open an account' }).click()
  await expect(page.getByRole('heading', { name: 'Your business' })).toBeVisible()
}

/** From that form to the list of invoices. */
export async function openBusiness(page: Page, { business }: { business: string }) {
  await page.getByLabel('Name').fill(business)
  await page.getByLabel('Country').selectOption({ label: 'United States' })
  await page.getByLabel('Time zone').selectOption('America/New_York')
  await page.getByLabel('Currency').selectOption('usd')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL('/invoices')
}

export async function signIn(page: Page, { email, password }: Omit<Person, 'name'>) {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/invoices')
}

export async function signOut(page: Page) {
  await page.getByRole('button', { name: 'account menu' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL('/sign-in')
}
