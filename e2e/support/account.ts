import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { submitForm } from './form'

type Person = { name: string; email: string; password: string }

/** An account and its business, made by the same actions as by hand, without the pages. */
export async function register(
  request: APIRequestContext,
  origin: string,
  owner: Person & { business: string },
) {
  const { business, name, email, password } = owner
  await submitForm(request, origin, '/sign-up', { name, email, password })
  const place = { country: 'US', timeZone: 'America/New_York', currency: 'usd' }
  await submitForm(request, origin, '/welcome', { name: business, ...place })
}

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
