import type { UnitOfWork } from '../../../state/unit-of-work'
import { mergeMetadata } from '../../../transport/params/shapes'
import { taxRates } from '../../items/item'
import { subscriptionDiscounts } from '../billing/discounts'
import type { ItemRequest } from '../params'
import type { Subscription } from '../subscription'
import type { SubscriptionItem } from './item'

/** Lays over an item what a request gives it beside its price and quantity. */
export function withItemTerms(
  unit: UnitOfWork,
  { id, customer, currency }: Subscription,
  item: SubscriptionItem,
  { discounts, metadata, tax_rates }: ItemRequest,
  at = '',
): SubscriptionItem {
  const owner = { customer, currency, subscription: id, item: item.id }
  const ratesParam = at === '' ? 'tax_rates' : `${at}[tax_rates]`
  return {
    ...item,
    discounts: discounts === undefined ? item.discounts : subscriptionDiscounts(unit, discounts, owner),
    metadata: mergeMetadata(item.metadata, metadata),
    tax_rates: tax_rates === undefined ? item.tax_rates : taxRates(unit, tax_rates, ratesParam),
  }
}
