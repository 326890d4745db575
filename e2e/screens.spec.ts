import { expect, type Page } from '@playwright/test'
import { findingsOn } from './support/axe'
import { test } from './support/fixtures'
import { openPaymentPage } from './support/invoice'

test.use({ contextOptions: { reducedMotion: 'reduce' }, expectedComplaints: /status of 40[24]/ })

const THEMES = ['light', 'dark'] as const
const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 375, height: 800 }
const NARROWEST = { width: 320, height: 640 }

test('the screens before signing in', async ({ page }) => {
  for (const path of ['/sign-in', '/sign-up']) {
    await page.goto(path)
    await expectGoodOnEveryScreen(page, path)
  }
  await page.getByRole('button', { name: 'Open an account' }).click()
  await expect(page.getByText('Enter your name.')).toBeVisible()
  await expectGoodOnEveryScreen(page, 'sign-up with errors')
})

test('the screens of a business that begins', async ({ home }) => {
  await expectGoodOnEveryScreen(home, 'the empty list')
  for (const path of ['/clients', '/clients/new', '/account', '/invoices/of-nobody']) {
    await home.goto(path)
    await expectGoodOnEveryScreen(home, path)
  }
  await home.keyboard.press('?')
  await expect(home.getByRole('dialog')).toBeVisible()
  await expectGoodOnEveryScreen(home, 'the sheet of shortcuts')
})

test('the builder: empty, refused, with its dialog, and the review', async ({ home }) => {
  await home.goto('/invoices/new')
  await expect(home.getByRole('combobox', { name: 'Bill to' })).toBeEnabled()
  await expectGoodOnEveryScreen(home, 'the empty builder')

  await home.getByRole('button', { name: 'Review' }).click()
  await expect(home.getByRole('heading', { name: /to put right first/ })).toBeVisible()
  await expectGoodOnEveryScreen(home, 'the builder with errors')

  await home.getByRole('combobox', { name: 'Bill to' }).fill('Nordwind')
  await home.getByRole('option', { name: /New client/ }).click()
  await expect(home.getByRole('dialog', { name: 'New client' })).toBeVisible()
  await expectGoodOnEveryScreen(home, 'the dialog of a new client')
})

test('the screens of an invoice, for who sent it and for who pays it', async ({ home, context, sendOne }) => {
  await sendOne()
  await expectGoodOnEveryScreen(home, 'the invoice just sent')

  const hosted = await openPaymentPage(home)
  await expectGoodOnEveryScreen(hosted, 'the hosted page')
  await hosted.getByRole('button', { name: /^Pay/ }).click()
  await expect(hosted.getByRole('alert')).toBeVisible()
  await expectGoodOnEveryScreen(hosted, 'the hosted page with errors')

  await home.getByRole('link', { name: 'Open the invoice' }).click()
  await expect(home.getByRole('heading', { level: 1, name: /^Invoice / })).toBeVisible()
  await expectGoodOnEveryScreen(home, 'the detail')
  await home.getByRole('button', { name: 'More actions' }).click()
  await home.getByRole('menuitem', { name: 'Void', exact: true }).click()
  await expect(home.getByRole('dialog', { name: /^Void/ })).toBeVisible()
  await expectGoodOnEveryScreen(home, 'the question before voiding')

  await home.goto('/invoices')
  await expect(home.getByRole('row').nth(1)).toBeVisible()
  await expectGoodOnEveryScreen(home, 'the list')
  await home.goto('/clients')
  await home.getByRole('link', { name: /Nordwind/ }).click()
  await expect(home.getByRole('heading', { name: /Nordwind/ })).toBeVisible()
  await expectGoodOnEveryScreen(home, 'the client')

  const outside = await context.newPage()
  for (const path of ['/emulator', '/emulator/outbox']) {
    await outside.goto(path)
    await expectGoodOnEveryScreen(outside, path)
  }
  await outside.getByRole('row').nth(1).getByRole('link').click()
  await expectGoodOnEveryScreen(outside, 'an e-mail')
})

/** Nothing for axe to find in both themes, wide and on a phone; at 320 px nothing to scroll sideways for. */
async function expectGoodOnEveryScreen(page: Page, name: string) {
  // As who works in it sees it: behind another tab it gets one frame a second, and lags behind what was done to it.
  await page.bringToFront()
  await page.waitForLoadState()
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport)
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme })
      expect.soft(await findingsOn(page), `${name}, ${colorScheme}, ${viewport.width} px`).toEqual([])
    }
  }
  await page.setViewportSize(NARROWEST)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect.soft(width, `${name} at 320 px`).toBeLessThanOrEqual(NARROWEST.width)
  await page.setViewportSize(DESKTOP)
}
