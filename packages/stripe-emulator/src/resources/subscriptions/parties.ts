import type { UnitOfWork } from '../../state/unit-of-work'
import { givenOnly } from '../../transport/params/shapes'
import { TEXTS } from '../../unconfirmed'
import { missing, refuse } from '../../wire/refusal'
import { requireConnected } from '../invoices/terms/routing'
import type { Terms } from './params'
import type { Subscription } from './subscription'

/** Lays over a subscription for whom its invoices are made, and where their money goes. */
export function withParties(
  unit: UnitOfWork,
  subscription: Subscription,
  request: Terms,
): Partial<Subscription> {
  const { application_fee_percent: fee, on_behalf_of, transfer_data: given } = request
  if (on_behalf_of) requireConnected(unit, on_behalf_of, 'on_behalf_of')
  if (given) requireConnected(unit, given.destination, 'transfer_data[destination]')
  const transfer = given === undefined ? subscription.transfer_data : given && toTransfer(given)
  if (fee && !transfer && unit.account === unit.context.platform) {
    throw refuse(TEXTS.feeWithoutConnect, { param: 'application_fee_percent' })
  }
  return {
    ...givenOnly({
      application_fee_percent: fee === undefined || fee === null ? fee : Number(fee),
      on_behalf_of,
    }),
    transfer_data: transfer,
  }
}

/** Returns the source a subscription is charged to, which must be its customer's. */
export function sourceOf(
  unit: UnitOfWork,
  subscription: Subscription,
  { default_source: id }: Terms,
): string | null {
  if (id === undefined) return subscription.default_source
  if (id === null) return null
  if (unit.get('payment_method', id)?.customer === subscription.customer) return id
  throw missing('source', id, 'default_source')
}

/** Returns what every invoice of a subscription says. */
export function invoiceSettings(
  unit: UnitOfWork,
  { invoice_settings: old }: Subscription,
  { invoice_settings: given }: Terms,
): Subscription['invoice_settings'] {
  if (!given) return old
  const { account_tax_ids, custom_fields, description, footer, issuer } = given
  account_tax_ids?.forEach((id, index) => {
    unit.need('tax_id', id, `invoice_settings[account_tax_ids][${index}]`)
  })
  const account = issuer?.account
  if (account !== undefined) requireConnected(unit, account, 'invoice_settings[issuer][account]')
  return {
    ...old,
    ...givenOnly({ account_tax_ids, custom_fields, description, footer }),
    issuer: issuer ? { ...(account ? { account } : {}), type: issuer.type } : old.issuer,
  }
}

function toTransfer({ amount_percent, destination }: NonNullable<Terms['transfer_data']>) {
  return { amount_percent: amount_percent === undefined ? null : Number(amount_percent), destination }
}
