import { expect } from 'vitest'
import { rule } from '../harness/rule'
import { SENT, subscribed } from './subscribed'

const US = { country: 'US' } as const

rule(
  'invoices of a subscription are made on behalf of an account, and take a share for it',
  'api/subscriptions/create#transfer_data',
  async (world) => {
    const { stripe } = world
    const { id: destination } = await stripe.accounts.create(US)
    const transfer_data = { amount_percent: 80, destination }
    const { subscription } = await subscribed(world, {
      card: 'pm_card_visa',
      application_fee_percent: 12.5,
      on_behalf_of: destination,
      transfer_data,
    })
    expect(subscription).toMatchObject({
      application_fee_percent: 12.5,
      on_behalf_of: destination,
      transfer_data,
    })
    const invoice = await stripe.invoices.retrieve(String(subscription.latest_invoice), {
      expand: ['payments.data.payment.payment_intent'],
    })
    expect(invoice.on_behalf_of).toBe(destination)
    expect(invoice.payments?.data[0]?.payment.payment_intent).toMatchObject({
      application_fee_amount: 125,
      transfer_data: { amount: 800, destination },
    })
  },
)

rule(
  'invoices of a subscription carry its tax ids and its issuer',
  'api/subscriptions/create#invoice_settings',
  async (world) => {
    const { stripe } = world
    const { id } = await stripe.taxIds.create({ type: 'eu_vat', value: 'DE123456789' })
    const { subscription } = await subscribed(world, {
      ...SENT,
      invoice_settings: { account_tax_ids: [id], issuer: { type: 'self' } },
    })
    expect(subscription.invoice_settings.account_tax_ids).toEqual([id])
    const invoice = await stripe.invoices.retrieve(String(subscription.latest_invoice))
    expect(invoice).toMatchObject({ account_tax_ids: [id], issuer: { type: 'self' } })
  },
)

rule(
  'an account that is not connected gets nothing of a subscription',
  'api/subscriptions/create#on_behalf_of',
  async (world) => {
    const { stripe, refusal } = world
    const { subscription } = await subscribed(world)
    const update = stripe.subscriptions.update(subscription.id, { on_behalf_of: 'acct_nobody' })
    expect(await refusal(update)).toMatchObject({ param: 'on_behalf_of', code: 'resource_missing' })
    const source = stripe.subscriptions.update(subscription.id, { default_source: 'card_nobody' })
    expect(await refusal(source)).toMatchObject({ param: 'default_source', code: 'resource_missing' })
  },
)
