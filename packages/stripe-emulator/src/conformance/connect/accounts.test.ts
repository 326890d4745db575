import { expect } from 'vitest'
import { rule } from '../harness/rule'

const CONTROLLER = {
  fees: { payer: 'account' },
  losses: { payments: 'stripe' },
  requirement_collection: 'stripe',
  stripe_dashboard: { type: 'full' },
} as const

rule('a connected account opens with nothing told', 'connect/saas/tasks/create', async ({ stripe }) => {
  const account = await stripe.accounts.create({ country: 'DE', controller: CONTROLLER })
  expect(account).toMatchObject({
    charges_enabled: false,
    payouts_enabled: false,
    details_submitted: false,
    country: 'DE',
    default_currency: 'eur',
    controller: { type: 'application', is_controller: true, ...CONTROLLER },
  })
  expect(account.requirements?.currently_due).not.toEqual([])
})

rule('an account link is short-lived', 'connect/hosted-onboarding', async ({ stripe }) => {
  const { id } = await stripe.accounts.create({ country: 'US', controller: CONTROLLER })
  const link = await stripe.accountLinks.create({
    account: id,
    type: 'account_onboarding',
    refresh_url: 'https://example.com/again',
    return_url: 'https://example.com/back',
  })
  expect(link.expires_at - link.created).toBeLessThanOrEqual(3600)
  expect(URL.canParse(link.url)).toBe(true)
})

rule(
  'accounts with a Dashboard get no update link',
  'api/account_links/create',
  async ({ stripe, refusal }) => {
    const { id } = await stripe.accounts.create({ country: 'US', controller: CONTROLLER })
    const error = await refusal(
      stripe.accountLinks.create({
        account: id,
        type: 'account_update',
        refresh_url: 'https://example.com/again',
        return_url: 'https://example.com/back',
      }),
    )
    expect(error).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' })
  },
)

rule('objects of a connected account are not the platform’s', 'connect/authentication', async (world) => {
  const { stripe, refusal } = world
  const { id } = await stripe.accounts.create({ country: 'US', controller: CONTROLLER })
  const customer = await stripe.customers.create({ name: 'Ada' }, { stripeAccount: id })
  expect((await refusal(stripe.customers.retrieve(customer.id))).statusCode).toBe(404)
  expect((await stripe.customers.retrieve(customer.id, {}, { stripeAccount: id })).id).toBe(customer.id)
})

rule('an account of nobody is forbidden', 'connect/authentication', async ({ stripe, refusal }) => {
  const error = await refusal(stripe.customers.list({}, { stripeAccount: 'acct_1nobodyknowsthis' }))
  expect(error).toMatchObject({ statusCode: 403, code: 'account_invalid' })
})

rule('the account behind the key can be read', 'api/accounts/retrieve', async ({ stripe }) => {
  const account = await stripe.accounts.retrieveCurrent()
  expect(account.object).toBe('account')
  expect(account.id).toMatch(/^acct_/)
})

rule(
  'a fee for the platform needs a connected account',
  'connect/charges',
  async ({ stripe, draft, refusal }) => {
    expect((await refusal(draft([], { application_fee_amount: 100 }))).statusCode).toBe(400)
    const { id } = await stripe.accounts.create({ country: 'US', controller: CONTROLLER })
    const there = { stripeAccount: id }
    const customer = await stripe.customers.create({ email: 'ada@example.com' }, there)
    const invoice = await stripe.invoices.create(
      { customer: customer.id, application_fee_amount: 100 },
      there,
    )
    expect(invoice.status).toBe('draft')
  },
)
