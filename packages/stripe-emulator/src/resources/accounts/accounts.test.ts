import { expect, test } from 'vitest'
import { draft } from '../../testing/bill'
import { clientOf, refusal, start } from '../../testing/start'

const { stripe, emulator } = await start()

test('a connected account opens with nothing told and keeps its controller', async () => {
  const account = await stripe.accounts.create({
    country: 'DE',
    email: 'ada@example.com',
    business_profile: { name: 'Ada Ltd' },
    controller: { stripe_dashboard: { type: 'none' }, fees: { payer: 'application' } },
    metadata: { workspace: '1' },
  })
  expect(account).toMatchObject({
    charges_enabled: false,
    details_submitted: false,
    default_currency: 'eur',
    controller: {
      type: 'application',
      stripe_dashboard: { type: 'none' },
      fees: { payer: 'application' },
      losses: { payments: 'stripe' },
    },
  })
  const renamed = await stripe.accounts.update(account.id, { business_profile: { name: 'Ada Inc' } })
  expect(renamed.business_profile?.name).toBe('Ada Inc')
  expect(renamed.metadata).toEqual({ workspace: '1' })
})

test('nothing of one account is seen from another', async () => {
  const ann = await stripe.accounts.create({ country: 'US', business_profile: { name: 'Ann' } })
  const bob = await stripe.accounts.create({ country: 'US', business_profile: { name: 'Bob' } })
  const asAnn = clientOf(emulator, { stripeAccount: ann.id })
  const asBob = clientOf(emulator, { stripeAccount: bob.id })
  const invoice = await draft(asAnn)
  expect(invoice.account_name).toBe('Ann')
  expect((await refusal(asBob.invoices.retrieve(invoice.id))).code).toBe('resource_missing')
  expect((await refusal(stripe.invoices.retrieve(invoice.id))).code).toBe('resource_missing')
  expect((await asBob.events.list({ type: 'invoice.created' })).data).toEqual([])
  expect((await asAnn.events.list({ type: 'invoice.created' })).data).toMatchObject([{ account: ann.id }])
})

test('an account of nobody, or of another platform, is 403', async () => {
  const account = await stripe.accounts.create({ country: 'US' })
  const stranger = clientOf(emulator, { stripeAccount: account.id }, 'sk_test_stranger')
  for (const call of [stranger.customers.list(), stripe.customers.list({}, { stripeAccount: 'acct_nope' })]) {
    const error = await refusal(call)
    expect(error).toMatchObject({ statusCode: 403, code: 'account_invalid' })
    expect(error.message).toMatch(/does not have access to account 'acct_\w+'/)
  }
})

test('the account types of before say who answers for what', async () => {
  const account = await stripe.accounts.create({ country: 'US', type: 'express' })
  expect(account.type).toBe('express')
  expect(account.controller).toMatchObject({
    fees: { payer: 'application_express' },
    losses: { payments: 'application' },
    stripe_dashboard: { type: 'express' },
  })
})

test('a deleted account is out of reach', async () => {
  const { id } = await stripe.accounts.create({ country: 'US' })
  expect(await stripe.accounts.del(id)).toMatchObject({ id, object: 'account', deleted: true })
  expect((await refusal(stripe.accounts.retrieve(id))).statusCode).toBe(403)
})

test('an account link leads to the onboarding page and lives for five minutes', async () => {
  const account = await stripe.accounts.create({
    country: 'US',
    capabilities: { us_bank_account_ach_payments: { requested: true } },
  })
  const link = await stripe.accountLinks.create({
    account: account.id,
    type: 'account_onboarding',
    refresh_url: 'http://localhost/again',
    return_url: 'http://localhost/back',
  })
  expect(link.expires_at).toBe(link.created + 300)
  expect(link.url).toMatch(/\/onboarding\/acct_link_\w+$/)
})
