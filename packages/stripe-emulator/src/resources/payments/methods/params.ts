import { integer, oneOf, text } from '../../../transport/params/leaves'
import { hash, metadata, type Read, unsettable, unused } from '../../../transport/params/params'
import { address, givenOnly, toAddress } from '../../../transport/params/shapes'
import type { BillingDetails } from './payment-method'

export const billingDetails = hash({
  address: unsettable(address),
  email: unsettable(text()),
  name: unsettable(text()),
  phone: unsettable(text()),
  tax_id: text(),
})

export const allowRedisplay = oneOf('always', 'limited', 'unspecified')

export const usBankAccount = hash({
  account_holder_type: oneOf('company', 'individual'),
  account_number: text(),
  account_type: oneOf('checking', 'savings'),
  routing_number: text(),
})

export const sepaDebit = hash({ iban: text() })

/** A payment method described in the request that uses it. */
export const paymentMethodData = hash({
  allow_redisplay: allowRedisplay,
  billing_details: billingDetails,
  metadata,
  radar_options: unused(hash({ session: text() })),
  sepa_debit: sepaDebit,
  type: text(),
  us_bank_account: usBankAccount,
})

export const createParams = {
  allow_redisplay: allowRedisplay,
  billing_details: billingDetails,
  card: hash({
    cvc: text(),
    exp_month: integer(),
    exp_year: integer(),
    networks: hash({ preferred: oneOf('cartes_bancaires', 'mastercard', 'visa') }),
    number: text(),
    token: text(),
  }),
  customer: text(),
  metadata,
  radar_options: unused(hash({ session: text() })),
  sepa_debit: sepaDebit,
  type: text(),
  us_bank_account: usBankAccount,
}

export const updateParams = {
  allow_redisplay: allowRedisplay,
  billing_details: billingDetails,
  card: hash({
    exp_month: integer({ min: 1, max: 12 }),
    exp_year: integer(),
    networks: hash({ preferred: unsettable(oneOf('cartes_bancaires', 'mastercard', 'visa')) }),
  }),
  metadata,
  us_bank_account: hash({
    account_holder_type: oneOf('company', 'individual'),
    account_type: oneOf('checking', 'savings'),
  }),
}

type BillingRequest = NonNullable<Read<{ details: typeof billingDetails }>['details']>

/** Returns what a request says of who pays; an address keeps the lines it was given. */
export function givenBilling(given: BillingRequest | undefined): Partial<BillingDetails> {
  if (!given) return {}
  const { address, ...plain } = givenOnly(given)
  return { ...plain, ...(address === undefined ? {} : { address: address && toAddress(address) }) }
}
