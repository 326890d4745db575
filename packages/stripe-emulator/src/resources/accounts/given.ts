import type { Read } from '../../transport/params/params'
import { givenOnly, mergeMetadata, toAddress } from '../../transport/params/shapes'
import { type Account, controllerOf } from './account'
import type { accountParams, createAccountParams } from './params'

type Given = Read<typeof accountParams> | Read<typeof createAccountParams>

/** Returns an account with what a request tells laid over it. */
export function withAccountParams(account: Account, params: Given): Account {
  return {
    ...account,
    business_profile: profile(account, params),
    business_type: params.business_type ?? account.business_type,
    capabilities: capabilities(account, params),
    default_currency: params.default_currency ?? account.default_currency,
    email: params.email ?? account.email,
    metadata: mergeMetadata(account.metadata ?? {}, params.metadata),
    settings: settings(account, params),
  }
}

/** Returns who answers for what: as the controller says, or as the account type of before did. */
export function withController(account: Account, params: Read<typeof createAccountParams>): Account {
  const { controller: given, type } = params
  const usual = controllerOf(type ?? 'standard')
  const controller: Account['controller'] = {
    ...usual,
    fees: { payer: given?.fees?.payer ?? usual.fees?.payer ?? 'account' },
    losses: { payments: given?.losses?.payments ?? usual.losses?.payments ?? 'stripe' },
    requirement_collection: given?.requirement_collection ?? usual.requirement_collection,
    stripe_dashboard: { type: given?.stripe_dashboard?.type ?? usual.stripe_dashboard?.type ?? 'full' },
  }
  return { ...account, controller, type: type ?? 'none' }
}

function profile(account: Account, { business_profile: given }: Given): Account['business_profile'] {
  const old = account.business_profile
  if (!old || !given) return old
  const { support_address, ...plain } = givenOnly(given)
  if (support_address === undefined) return { ...old, ...plain }
  return { ...old, ...plain, support_address: support_address && toAddress(support_address) }
}

/** A capability that is asked for comes with the end of onboarding. */
function capabilities(account: Account, { capabilities: given }: Given): Account['capabilities'] {
  const asked = Object.entries(given ?? {}).filter(([, capability]) => capability?.requested)
  const status = account.charges_enabled ? 'active' : 'inactive'
  return { ...account.capabilities, ...Object.fromEntries(asked.map(([name]) => [name, status])) }
}

function settings(account: Account, { settings: given }: Given): Account['settings'] {
  const old = account.settings
  if (!old || !given) return old
  const invoices = old.invoices ?? { default_account_tax_ids: null, hosted_payment_method_save: null }
  return {
    ...old,
    branding: { ...old.branding, ...givenOnly(given.branding ?? {}) },
    invoices: { ...invoices, ...givenOnly(given.invoices ?? {}) },
    payments: { ...old.payments, ...givenOnly(given.payments ?? {}) },
  }
}
