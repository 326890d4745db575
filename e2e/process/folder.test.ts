import { expect, onTestFinished, test } from 'vitest'
import { launchApp, startApp } from './app'
import { pglitePlace } from './places'
import { LocalStripe } from './stripe'

test('a second server on the same folder ends with one clear line, and the first goes on', async () => {
  const stripe = await LocalStripe.start()
  onTestFinished(() => stripe.close())
  const place = await pglitePlace()
  onTestFinished(place.remove)

  const first = await startApp(place, stripe)
  const second = await launchApp(place, stripe)
  expect(await second.exited()).toBe(1)
  expect(second.errors.trim().split('\n')).toEqual([
    expect.stringMatching(
      /^Centwise cannot start\. Another Centwise \(process \d+\) already uses \/.+: stop it, or /,
    ),
  ])
  expect((await fetch(`${first.origin}/sign-in`)).status).toBe(200)
})
