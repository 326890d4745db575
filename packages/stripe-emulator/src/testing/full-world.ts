import type Stripe from 'stripe'
import { draft, open } from './bill'

/**
 * Makes something of every usual kind, in an account and in one that it connected. Later things need the earlier ones.
 */
export async function fullWorld(stripe: Stripe): Promise<{ connected: string; things: unknown[] }> {
  const connected = await stripe.accounts.create({ country: 'US' })
  const theirs = await stripe.customers.create({ name: 'Theirs' }, { stripeAccount: connected.id })
  const product = await stripe.products.create({ name: 'Support' })
  const amount = { product: product.id, currency: 'usd', unit_amount: 2500 }
  const price = await stripe.prices.create(amount)
  const monthly = await stripe.prices.create({ ...amount, recurring: { interval: 'month' } })
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'once' })
  const promotion = { type: 'coupon', coupon: coupon.id } as const
  const customer = await stripe.customers.create({ name: 'Bob', email: 'bob@example.com' })
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  const paid = await stripe.invoices.pay((await open(stripe)).id, { payment_method: 'pm_card_visa' })
  const charge = (await stripe.charges.list()).data[0]
  const finalized = await open(stripe)
  const { data: listed } = await stripe.invoices.list({ expand: ['data.payments'] })
  return {
    connected: connected.id,
    things: [
      ...[
        connected,
        theirs,
        product,
        price,
        monthly,
        coupon,
        customer,
        card,
        paid,
        charge,
        finalized,
        listed,
      ],
      await draft(stripe),
      await stripe.promotionCodes.create({ promotion }),
      await stripe.taxRates.create({ display_name: 'VAT', percentage: 19, inclusive: false }),
      await stripe.customers.createTaxId(customer.id, { type: 'eu_vat', value: 'DE123456789' }),
      await stripe.customers.createBalanceTransaction(customer.id, { amount: -500, currency: 'usd' }),
      await stripe.invoiceItems.create({ customer: customer.id, amount: 700, currency: 'usd' }),
      await stripe.subscriptions.create({
        customer: customer.id,
        items: [{ price: monthly.id }],
        default_payment_method: card.id,
      }),
      await stripe.creditNotes.create({ invoice: finalized.id, amount: 100 }),
      await stripe.refunds.create({ charge: charge?.id, amount: 100 }),
      await stripe.paymentIntents.create({ amount: 1000, currency: 'usd', customer: customer.id }),
      await stripe.shippingRates.create({
        display_name: 'Post',
        type: 'fixed_amount',
        fixed_amount: { amount: 500, currency: 'usd' },
      }),
      await stripe.testHelpers.testClocks.create({ frozen_time: 1_800_000_000 }),
      await stripe.webhookEndpoints.create({ url: 'http://127.0.0.1:9/hook', enabled_events: ['*'] }),
      await stripe.balanceTransactions.list(),
      await stripe.events.list(),
    ],
  }
}
