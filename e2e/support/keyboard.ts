import { expect, type Locator, type Page } from '@playwright/test'

const STEPS_MAX = 60

/** Walks on with Tab until `target` has the focus. At every step something on the page has it, and can be seen to. */
export async function tabTo(page: Page, target: Locator) {
  for (let step = 0; step < STEPS_MAX; step++) {
    if (await hasFocus(target)) return
    await page.keyboard.press('Tab')
    await expectFocusSeen(page)
  }
  throw new Error(`Tab did not reach ${target} in ${STEPS_MAX} steps.`)
}

/** Types into what has the focus, after Tab has marked what stood there. */
export async function tabAndType(page: Page, target: Locator, text: string) {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

export async function expectFocusSeen(page: Page) {
  expect(await page.evaluate(focusMark)).toMatchObject({ isSomewhere: true, isMarked: true })
}

/** The focus may be anywhere but on the page as a whole. */
export async function expectFocusKept(page: Page) {
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
}

async function hasFocus(target: Locator) {
  return (await target.count()) === 1 && target.evaluate((element) => element === document.activeElement)
}

// Runs in the page. A ring may be drawn around the element, around its ::after, or by a shadow.
function focusMark() {
  const element = document.activeElement
  if (!element || element === document.body) return { isSomewhere: false, isMarked: false, element: 'body' }
  const isDrawn = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration) =>
    (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
  const styles = [getComputedStyle(element), getComputedStyle(element, '::after')]
  return { isSomewhere: true, isMarked: styles.some(isDrawn), element: element.outerHTML.slice(0, 200) }
}
