import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import Stripe from 'stripe'
import { expect, onTestFinished, test } from 'vitest'
import { refusal } from './testing/start'

const script = fileURLToPath(new URL('./serve.ts', import.meta.url))

/** Starts the emulator as `npm run emulator` does, on a free port, and returns the port it names. */
async function serveAlone(): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, '--port', '0'], { stdio: 'pipe' })
  onTestFinished(() => {
    child.kill()
  })
  for await (const chunk of child.stdout) {
    const port = /localhost:(\d+)/.exec(String(chunk))?.[1]
    if (port) return Number(port)
  }
  throw new Error('the emulator did not start')
}

test('the served emulator answers any client on its port, and resets connections when ordered', async () => {
  const port = await serveAlone()
  const stripe = new Stripe('sk_test_local', {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    maxNetworkRetries: 0,
  })
  const customer = await stripe.customers.create({ name: 'Zoë', email: 'zoe@example.com' })
  expect((await stripe.customers.list({ email: 'zoe@example.com' })).data).toMatchObject([
    { id: customer.id },
  ])
  const page = await fetch(`http://127.0.0.1:${port}/`)
  expect(page.status).toBe(200)
  const headers = { 'x-emulator-fault': 'reset-after' }
  // The SDK tries a broken connection once more by itself; the key makes that harmless.
  const error = await refusal(stripe.customers.create({ name: 'Ada' }, { headers, idempotencyKey: 'k1' }))
  expect(error.type).toBe('StripeConnectionError')
  expect((await stripe.customers.list()).data).toHaveLength(2)
})
