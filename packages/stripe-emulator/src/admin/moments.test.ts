import { expect, test } from 'vitest'
import { draft } from '../testing/bill'
import { start } from '../testing/start'

const NOW = 1_800_000_000

test('moving the time by an hour sends an automatic draft, and puts the whole emulator an hour ahead', async () => {
  const { stripe, emulator } = await start({ now: () => NOW })
  const { admin } = emulator
  const before = admin.now()
  const { id } = await draft(stripe, undefined, { auto_advance: true })
  await admin.advanceTime(3700)
  expect((await stripe.invoices.retrieve(id)).status).toBe('open')
  expect(admin.outbox()[0]).toMatchObject({ kind: 'invoice', invoice: id })
  expect(admin.secondsAhead()).toBe(3700)
  expect(admin.now() - before).toBeGreaterThanOrEqual(3700)
  await emulator.close()
})

test('test clocks are listed with their accounts', async () => {
  const { stripe, emulator } = await start()
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: 1_900_000_000, name: 'Renewal' })
  expect(emulator.admin.testClocks()).toMatchObject([{ clock: { id: clock.id, name: 'Renewal' } }])
  await emulator.close()
})

test('a person completes the onboarding of an account, once', async () => {
  const { stripe, emulator } = await start()
  const { admin } = emulator
  const account = await stripe.accounts.create({ email: 'jo@example.com', country: 'SE' })
  const link = await stripe.accountLinks.create({
    account: account.id,
    type: 'account_onboarding',
    return_url: 'https://app.example/back',
    refresh_url: 'https://app.example/again',
  })
  const token = link.url.split('/').at(-1) ?? ''
  expect(admin.onboarding(token)).toMatchObject({
    account: { id: account.id, charges_enabled: false },
    over: false,
    returnUrl: 'https://app.example/back',
  })
  await admin.completeOnboarding(token)
  expect((await stripe.accounts.retrieve(account.id)).charges_enabled).toBe(true)
  expect(admin.onboarding(token)).toMatchObject({ over: true, refreshUrl: 'https://app.example/again' })
  await admin.completeOnboarding('nope')
  expect(admin.onboarding('nope')).toBeUndefined()
})

test('an invoice of a test clock is late by that clock', async () => {
  const { stripe, emulator } = await start()
  const frozen_time = 1_900_000_000
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time })
  const customer = await stripe.customers.create({
    name: 'Ada',
    email: 'ada@example.com',
    test_clock: clock.id,
  })
  const { id } = await stripe.invoices.create({
    customer: customer.id,
    collection_method: 'send_invoice',
    days_until_due: 10,
  })
  await stripe.invoices.addLines(id, { lines: [{ amount: 3000, description: 'Consulting' }] })
  const { hosted_invoice_url } = await stripe.invoices.finalizeInvoice(id)
  const hosted = emulator.admin.invoiceByToken(hosted_invoice_url?.split('/').at(-1) ?? '')
  expect(hosted).toMatchObject({ now: frozen_time, expired: false })
  await emulator.close()
})
