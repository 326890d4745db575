import 'server-only'
import type Stripe from 'stripe'
import { stripe } from './connect'

/** Anything that says which Stripe account it bills with: `acct_…`, or `own` for the account of the secret key. */
export type Billing = { stripeAccount: string }

/** The invoice with its payments and what became of them. */
const WITH_PAYMENTS = { expand: ['payments.data.payment.payment_intent'] }

/** Stripe, on the account of one business. A `key` makes a repeated call have one effect. */
export function stripeFor({ stripeAccount }: Billing) {
  const on = stripeAccount === 'own' ? {} : { stripeAccount }
  const once = (idempotencyKey: string) => ({ ...on, idempotencyKey })
  const retrieveInvoice = (id: string) => stripe().invoices.retrieve(id, WITH_PAYMENTS, on)
  /** Stripe repeats its first answer to a key, however old: what may have changed since is read again. */
  const current = async (asked: Promise<Stripe.Response<Stripe.Invoice>>) => {
    const invoice = await asked
    const isRepeated = new Headers(invoice.lastResponse.headers).has('idempotent-replayed')
    return isRepeated ? retrieveInvoice(invoice.id) : invoice
  }
  return {
    createCustomer: (params: Stripe.CustomerCreateParams, key: string) =>
      stripe().customers.create(params, once(key)),
    updateCustomer: (id: string, params: Stripe.CustomerUpdateParams, key: string) =>
      stripe().customers.update(id, params, once(key)),
    retrieveCustomer: (id: string) => stripe().customers.retrieve(id, undefined, on),
    /** Stripe compares the e-mail letter by letter. */
    listCustomers: (email: string) => stripe().customers.list({ email, limit: 100 }, on),

    createTaxRate: (params: Stripe.TaxRateCreateParams, key: string) =>
      stripe().taxRates.create(params, once(key)),
    listTaxRates: (params: Stripe.TaxRateListParams) => stripe().taxRates.list({ limit: 100, ...params }, on),
    createCoupon: (params: Stripe.CouponCreateParams, key: string) =>
      stripe().coupons.create(params, once(key)),
    retrieveCoupon: (id: string) => stripe().coupons.retrieve(id, undefined, on),

    createInvoice: (params: Stripe.InvoiceCreateParams, key: string) =>
      stripe().invoices.create(params, once(key)),
    addLines: (id: string, lines: Stripe.InvoiceAddLinesParams.Line[], key: string) =>
      stripe().invoices.addLines(id, { lines }, once(key)),
    finalizeInvoice: (id: string, key: string) =>
      current(stripe().invoices.finalizeInvoice(id, { auto_advance: false, ...WITH_PAYMENTS }, once(key))),
    sendInvoice: (id: string, key: string) =>
      current(stripe().invoices.sendInvoice(id, WITH_PAYMENTS, once(key))),
    voidInvoice: (id: string, key: string) =>
      current(stripe().invoices.voidInvoice(id, WITH_PAYMENTS, once(key))),
    markUncollectible: (id: string, key: string) =>
      current(stripe().invoices.markUncollectible(id, WITH_PAYMENTS, once(key))),
    markPaidOutOfBand: (id: string, key: string) =>
      current(stripe().invoices.pay(id, { paid_out_of_band: true, ...WITH_PAYMENTS }, once(key))),
    deleteInvoice: (id: string) => stripe().invoices.del(id, undefined, on),

    retrieveInvoice,
    listInvoices: (params: Stripe.InvoiceListParams) => stripe().invoices.list({ limit: 100, ...params }, on),
    listLines: (id: string) => stripe().invoices.listLineItems(id, { limit: 100 }, on),
    retrieveCharge: (id: string) => stripe().charges.retrieve(id, undefined, on),
    listEvents: (params: Stripe.EventListParams) => stripe().events.list({ limit: 100, ...params }, on),
  }
}

export type StripeAccount = ReturnType<typeof stripeFor>
