import { expect, test } from 'vitest'
import { Turnstile } from './turnstile'

test('runs two at once, keeps three in line, and turns the sixth away', async () => {
  const turnstile = new Turnstile(2, 3)
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  let running = 0
  let most = 0
  const work = async () => {
    running += 1
    most = Math.max(most, running)
    await gate
    running -= 1
  }
  const entered = Array.from({ length: 6 }, () => turnstile.pass(work))
  open()
  const results = await Promise.all(entered)
  expect(results.filter((result) => result === null)).toHaveLength(1)
  expect(results.at(-1)).toBeNull()
  expect(most).toBe(2)
  expect(turnstile.passed).toBe(5)
})

test('gives the place on after work that failed', async () => {
  const turnstile = new Turnstile(1, 1)
  const failing = turnstile.pass(() => Promise.reject(new Error('no')))
  const next = turnstile.pass(async () => 'done')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toEqual({ done: 'done' })
  expect(await turnstile.pass(async () => 'again')).toEqual({ done: 'again' })
})
