import type { UnitOfWork } from '../../state/unit-of-work'
import { cashBalance, taxOf } from './hidden-fields'
import { isSource, toSource } from './sources/attach'

interface Owner {
  id: string
}

/** What of a customer is only seen when a request asks to expand it. */
export const customerFillers = {
  cash_balance: (unit: UnitOfWork, { id }: Owner) => {
    const customer = unit.get('customer', id)
    return customer && (customer.cash_balance ?? cashBalance(id))
  },
  default_source: (unit: UnitOfWork, { id }: Owner) => {
    const method = unit.get('payment_method', unit.get('customer', id)?.default_source ?? '')
    return method ? toSource(method) : null
  },
  invoice_credit_balance: creditBalance,
  sources: (unit: UnitOfWork, { id }: Owner) => {
    const methods = unit.collections.payment_method.inGroup(id).filter(isSource)
    return wholeList(methods.map(toSource), `/v1/customers/${id}/sources`)
  },
  subscriptions: (unit: UnitOfWork, { id }: Owner) => {
    const live = unit.collections.subscription.inGroup(id).filter((each) => each.ended_at === null)
    return wholeList(live.reverse(), `/v1/subscriptions?customer=${id}`)
  },
  tax: (unit: UnitOfWork, { id }: Owner) => {
    const customer = unit.get('customer', id)
    return customer && taxOf(customer)
  },
  tax_ids: (unit: UnitOfWork, { id }: Owner) => {
    return wholeList(unit.collections.tax_id.inGroup(id).reverse(), `/v1/customers/${id}/tax_ids`)
  },
}

/** By currency, in minor units, and the other way round than `balance`: what is positive is credit. */
function creditBalance(unit: UnitOfWork, { id }: Owner): Record<string, number> | undefined {
  const customer = unit.get('customer', id)
  if (!customer) return undefined
  return customer.currency && customer.balance !== 0 ? { [customer.currency]: -customer.balance } : {}
}

function wholeList(data: object[], url: string) {
  return { object: 'list', data, has_more: false, url }
}
