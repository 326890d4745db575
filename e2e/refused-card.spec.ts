import { expect } from '@playwright/test'
import { test } from './support/fixtures'
import { CARDS, openPaymentPage, payWith } from './support/invoice'

// A refused payment is a page with status 402, as it is at Stripe; the browser notes that.
test.use({ expectedComplaints: /status of 402/ })

test('a refused card leaves the invoice open and says why; another card pays it', async ({
  home,
  sendOne,
}) => {
  await sendOne()
  const hosted = await openPaymentPage(home)
  await home.getByRole('link', { name: 'Open the invoice' }).click()

  await payWith(hosted, CARDS.declined)
  await expect(hosted.getByRole('alert')).toContainText('Your card was declined')
  await expect(hosted.getByLabel('Card number')).toHaveValue(CARDS.declined)
  await expect(home.getByText('The last payment failed')).toBeVisible()

  await payWith(hosted, CARDS.good)
  await expect(hosted.getByText(/paid on/)).toBeVisible()
  await expect(home.getByText('The last payment failed')).toBeHidden()
  await expect(home.getByText(/· Paid/)).toBeVisible()
})

test('without script a client pays', async ({ home, sendOne, openBrowser }) => {
  await sendOne()
  const hosted = await openPaymentPage(home)
  const plain = await openBrowser({ javaScriptEnabled: false })
  await plain.goto(hosted.url())
  await payWith(plain, CARDS.declined)
  await expect(plain.getByRole('alert')).toContainText('Your card was declined')
  await payWith(plain, CARDS.good)
  await expect(plain.getByText(/paid on .* with Visa ending in 4242/)).toBeVisible()
})
