import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './support/fixtures'
import { CARDS, openPaymentPage, payWith } from './support/invoice'

/** What WCAG asks of text. */
const CONTRAST = 4.5

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a row can be read while its change flashes, ${colorScheme}`, async ({ home, context, sendOne }) => {
    const invoice = await sendOne()
    const list = await context.newPage()
    await list.emulateMedia({ colorScheme })
    await list.goto('/invoices')
    const row = list.getByRole('row').filter({ hasText: invoice.client })
    await expect(row).toContainText('Open')
    await list.evaluate(HOLD_FLASHES)

    await payWith(await openPaymentPage(home), CARDS.good)
    await expect(row).toContainText('Paid')
    await expect(row.locator('.flash')).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')

    for (const cell of [row.getByRole('cell').nth(1), row.getByRole('cell').nth(4)])
      expect(await contrastIn(list, cell)).toBeGreaterThan(CONTRAST)
  })
}

/** Stops each flash where it is strongest. */
const HOLD_FLASHES = `document.addEventListener('animationstart', ({ animationName, target }) => {
  if (animationName !== 'flash') return
  for (const animation of target.getAnimations()) {
    animation.pause()
    animation.currentTime = 0
  }
})`

/** Between the darkest and the lightest dot of a picture of it, as WCAG reckons. */
async function contrastIn(page: Page, what: Locator) {
  const picture = (await what.screenshot({ animations: 'allow' })).toString('base64')
  return Number(await page.evaluate(`(${contrastOf})('data:image/png;base64,${picture}')`))
}

const contrastOf = `async (url) => {
  const image = new Image()
  image.src = url
  await image.decode()
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const linear = (value) => (value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4)
  let [dark, light] = [1, 0]
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [...data.subarray(at, at + 3)].map(linear)
    const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    dark = Math.min(dark, luminance)
    light = Math.max(light, luminance)
  }
  return (light + 0.05) / (dark + 0.05)
}`
