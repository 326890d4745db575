import type { Book } from '../../state/unit-of-work'
import { cashBalance, taxOf } from './hidden-fields'
import { isSource, toSource } from './sources/attach'

interface Owner {
  id: string
}

/** What of a customer is only seen when a request asks to expand it. */
export const customerFillers = {
  cash_balance: (book: Book, { id }: Owner) => {
    const customer = book.get('customer', id)
    return customer && (customer.cash_balance ?? cashBalance(id))
  },
  default_source: (book: Book, { id }: Owner) => {
    const method = book.get('payment_method', book.get('customer', id)?.default_source ?? '')
    return method ? toSource(method) : null
  },
  invoice_credit_balance: creditBalance,
  sources: (book: Book, { id }: Owner) => {
    const methods = book.shelves.payment_method.inGroup(id).filter(isSource)
    return wholeList(methods.map(toSource), `/v1/customers/${id}/sources`)
  },
  subscriptions: (book: Book, { id }: Owner) => {
    const live = book.shelves.subscription.inGroup(id).filter((each) => each.ended_at === null)
    return wholeList(live.reverse(), `/v1/subscriptions?customer=${id}`)
  },
  tax: (book: Book, { id }: Owner) => {
    const customer = book.get('customer', id)
    return customer && taxOf(customer)
  },
  tax_ids: (book: Book, { id }: Owner) => {
    return wholeList(book.shelves.tax_id.inGroup(id).reverse(), `/v1/customers/${id}/tax_ids`)
  },
}

/** By currency, in minor units, and the other way round than `balance`: what is positive is credit. */
function creditBalance(book: Book, { id }: Owner): Record<string, number> | undefined {
  const customer = book.get('customer', id)
  if (!customer) return undefined
  return customer.currency && customer.balance !== 0 ? { [customer.currency]: -customer.balance } : {}
}

function wholeList(data: object[], url: string) {
  return { object: 'list', data, has_more: false, url }
}
