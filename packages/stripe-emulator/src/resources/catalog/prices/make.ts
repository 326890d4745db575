import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Read } from '../../../transport/params/params'
import { mergeMetadata } from '../../../transport/params/shapes'
import { badParam } from '../../../wire/refusal'
import { amountsOf } from './amounts'
import type { CurrencyOptionsRequest, defaultPriceParams, PriceRequest } from './params'
import { newPrice, type Price } from './price'

type Recurring = Pick<NonNullable<PriceRequest['recurring']>, 'interval' | 'interval_count'> &
  Partial<NonNullable<PriceRequest['recurring']>>
type Request = Omit<Read<typeof defaultPriceParams>, 'recurring'> & { recurring: Recurring | undefined }
type CurrencyOptions = Price['currency_options']

/** The most intervals between two bills: three years of any. */
const MAX_COUNTS = { day: 1095, week: 156, month: 36, year: 3 } as const
const ADJECTIVES = { day: 'daily', week: 'weekly', month: 'monthly', year: 'yearly' } as const

/** Keeps a price of a product. `at` is the parameter the price was described in. */
export function makePrice(
  unit: UnitOfWork,
  product: string,
  request: Request,
  at = '',
  more: Partial<Price> = {},
): Price {
  const amounts = amountsOf(request, at)
  if (!amounts) {
    throw badParam('Prices require an `unit_amount` or `unit_amount_decimal` parameter to be set.', {})
  }
  const { currency, currency_options: options, metadata, recurring, tax_behavior } = request
  const facts = { currency, product, unitAmountDecimal: '0' }
  return unit.put('price', {
    ...newPrice(facts, unit.now),
    ...amounts,
    ...(tax_behavior ? { tax_behavior } : {}),
    ...(recurring ? { recurring: recurrenceOf(recurring, at), type: 'recurring' as const } : {}),
    ...(options ? { currency_options: currencyOptionsOver({}, options) } : {}),
    ...more,
    metadata: mergeMetadata({}, metadata),
  })
}

/** Returns what a price asks for in other currencies, with what is given laid over it. */
export function currencyOptionsOver(old: CurrencyOptions, given: CurrencyOptionsRequest): CurrencyOptions {
  const fresh = Object.entries(given ?? {}).map(([currency, option]) => {
    const before = old?.[currency]
    const amounts = amountsOf(option, `currency_options[${currency}]`)
    const kept = before ?? { custom_unit_amount: null, unit_amount: null, unit_amount_decimal: null }
    const tax_behavior = option.tax_behavior ?? before?.tax_behavior ?? 'unspecified'
    return [currency, { ...kept, ...amounts, tax_behavior }]
  })
  return { ...old, ...Object.fromEntries(fresh) }
}

function recurrenceOf(given: Recurring, at: string): Price['recurring'] {
  const { interval, interval_count = 1, meter = null, trial_period_days = null, usage_type } = given
  const max = MAX_COUNTS[interval]
  if (interval_count > max) {
    const param = `${at === '' ? 'recurring' : `${at}[recurring]`}[interval_count]`
    const message = `The interval_count for ${ADJECTIVES[interval]} prices can't be greater than ${max}`
    throw badParam(message, { param })
  }
  return { interval, interval_count, meter, trial_period_days, usage_type: usage_type ?? 'licensed' }
}
