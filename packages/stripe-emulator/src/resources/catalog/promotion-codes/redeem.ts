import type { UnitOfWork } from '../../../state/unit-of-work'
import { TEXTS } from '../../../unconfirmed'
import { refuse } from '../../../wire/refusal'
import { isRedeemable, type PromotionCode } from '../serialise'

/** What a code is redeemed for. */
interface Purchase {
  customer: string | null
  invoice: string | null
  currency: string
}

/** Counts a redemption of a code, if its restrictions allow one. */
export function redeemPromotionCode(unit: UnitOfWork, code: PromotionCode, target: Purchase, param: string) {
  if (!code.active || !isRedeemable(unit, code)) throw refuse(TEXTS.promotionCodeNotActive, { param })
  if (code.customer !== null && code.customer !== target.customer) {
    throw refuse(TEXTS.promotionCodeOfAnother, { param })
  }
  if (code.restrictions.first_time_transaction && hasBought(unit, target.customer ?? '')) {
    throw unmet('the associated customer has prior transactions')
  }
  if (!reachesMinimum(unit, code, target)) {
    throw unmet('the associated purchase does not meet the minimum amount requirement')
  }
  unit.put('promotion_code', { ...code, times_redeemed: code.times_redeemed + 1 })
}

function hasBought(unit: UnitOfWork, customer: string): boolean {
  const { invoice, payment_intent } = unit.collections
  return (
    invoice.inGroup(customer).some(({ status }) => status === 'paid') ||
    payment_intent.inGroup(customer).some(({ status }) => status === 'succeeded')
  )
}

/** A purchase that nothing is part of yet may still grow to the minimum. */
function reachesMinimum(unit: UnitOfWork, { restrictions }: PromotionCode, target: Purchase): boolean {
  const { minimum_amount, minimum_amount_currency, currency_options } = restrictions
  const lines = unit.collections.line_item.inGroup(target.invoice ?? '')
  if (minimum_amount === null || lines.length === 0) return true
  const { currency } = target
  const minimum =
    currency === minimum_amount_currency ? minimum_amount : currency_options?.[currency]?.minimum_amount
  const subtotal = lines.reduce((sum, line) => sum + line.amount, 0)
  return minimum !== undefined && subtotal >= minimum
}

function unmet(reason: string) {
  return refuse(`This promotion code cannot be redeemed because ${reason}.`)
}
