import { expect, test } from 'vitest'
import { draft } from '../../testing/bill'
import { clientOf, refusal, start } from '../../testing/start'

const { stripe, emulator } = await start()

test('a connected account is complete from the start and keeps its controller', async () => {
  const account = await stripe.accounts.create({
    country: 'DE',
    email: 'ada@example.com',
    business_profile: { name: 'Ada Ltd' },
    controller: { stripe_dashboard: { type: 'none' }, fees: { payer: 'application' } },
    metadata: { workspace: '1' },
  })
  expect(account).toMatchObject({
    charges_enabled: true,
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

test('an account link leads back to where it was asked from', async () => {
  const account = await stripe.accounts.create({ country: 'US' })
  const link = await stripe.accountLinks.create({
    account: account.id,
    type: 'account_onboarding',
    refresh_url: 'http://localhost/again',
    return_url: 'http://localhost/back',
  })
  expect(link).toMatchObject({ object: 'account_link', url: 'http://localhost/back' })
  expect(link.expires_at).toBeGreaterThan(link.created)
})
