import { currency, oneOf, text } from '../../transport/leaves'
import { hash, metadata, type Param, type Read, required, unsettable } from '../../transport/params'
import { address, givenOnly, mergeMetadata, toAddress } from '../../transport/shapes'
import type { Account } from './account'

const businessProfile = hash({
  mcc: text(),
  name: unsettable(text()),
  product_description: unsettable(text()),
  support_address: unsettable(address),
  support_email: unsettable(text()),
  support_phone: unsettable(text()),
  support_url: unsettable(text()),
  url: unsettable(text()),
})

/** `{ card_payments: { requested: true } }`, for any capability. */
const capabilities: Param<Record<string, unknown> | undefined> = {
  read: (value) => (typeof value === 'object' && !Array.isArray(value) ? value : undefined),
}

export const accountParams = {
  business_profile: businessProfile,
  business_type: oneOf('company', 'government_entity', 'individual', 'non_profit'),
  capabilities,
  default_currency: currency(),
  email: text(),
  metadata,
}

export const createAccountParams = {
  ...accountParams,
  country: text({ max: 2 }),
  type: oneOf('custom', 'express', 'standard'),
  controller: hash({
    fees: hash({ payer: oneOf('account', 'application') }),
    losses: hash({ payments: oneOf('application', 'stripe') }),
    requirement_collection: oneOf('application', 'stripe'),
    stripe_dashboard: hash({ type: oneOf('express', 'full', 'none') }),
  }),
}

export const accountLinkParams = {
  account: required(text()),
  collect: oneOf('currently_due', 'eventually_due'),
  collection_options: hash({ fields: text(), future_requirements: text() }),
  refresh_url: text(),
  return_url: text(),
  type: required(oneOf('account_onboarding', 'account_update')),
}

export function withAccountParams(account: Account, params: Read<typeof accountParams>): Account {
  return {
    ...account,
    business_profile: profile(account, params),
    business_type: params.business_type ?? account.business_type,
    default_currency: params.default_currency ?? account.default_currency,
    email: params.email ?? account.email,
    metadata: mergeMetadata(account.metadata ?? {}, params.metadata),
  }
}

function profile(account: Account, { business_profile: given }: Read<typeof accountParams>) {
  const old = account.business_profile
  if (!old || !given) return old
  const { support_address, ...plain } = givenOnly(given)
  if (support_address === undefined) return { ...old, ...plain }
  return { ...old, ...plain, support_address: support_address && toAddress(support_address) }
}
