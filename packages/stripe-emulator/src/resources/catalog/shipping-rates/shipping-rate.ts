import { newId } from '../../../state/ids'
import { currency, integer, oneOf, text } from '../../../transport/params/leaves'
import { hash, metadata, type Read, required } from '../../../transport/params/params'
import { mergeMetadata } from '../../../transport/params/shapes'
import { byCurrency } from '../currency-map'
import type { ShippingRate } from '../serialise'

const tax_behavior = oneOf('exclusive', 'inclusive', 'unspecified')
const estimate = hash({
  unit: required(oneOf('business_day', 'day', 'hour', 'month', 'week')),
  value: required(integer({ min: 1 })),
})

export const shippingRateParams = {
  create: {
    delivery_estimate: hash({ maximum: estimate, minimum: estimate }),
    display_name: required(text({ max: 100 })),
    fixed_amount: required(
      hash({
        amount: required(integer({ min: 0 })),
        currency: required(currency()),
        currency_options: byCurrency({ amount: required(integer({ min: 0 })), tax_behavior }),
      }),
    ),
    metadata,
    tax_behavior,
    tax_code: text(),
    type: oneOf('fixed_amount'),
  },
  update: {
    fixed_amount: hash({
      currency_options: byCurrency({ amount: integer({ min: 0 }), tax_behavior }),
    }),
    metadata,
    tax_behavior,
  },
}

type Fixed = NonNullable<ShippingRate['fixed_amount']>
type Options = Read<typeof shippingRateParams.update>['fixed_amount']

/** Makes a shipping rate, of its own or from the `shipping_rate_data` of another request. */
export function newShippingRate(params: Read<typeof shippingRateParams.create>, now: number): ShippingRate {
  const { delivery_estimate: estimate, fixed_amount } = params
  const { amount, currency, currency_options } = fixed_amount
  return {
    id: newId('shr'),
    object: 'shipping_rate',
    active: true,
    created: now,
    delivery_estimate: estimate
      ? { maximum: estimate.maximum ?? null, minimum: estimate.minimum ?? null }
      : null,
    display_name: params.display_name,
    fixed_amount: { amount, currency, ...optionsOver(undefined, { currency_options }) },
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    tax_behavior: params.tax_behavior ?? 'unspecified',
    tax_code: params.tax_code ?? null,
    type: 'fixed_amount',
  }
}

/** Returns what shipping costs in other currencies, with what is given laid over it. */
export function optionsOver(old: Fixed['currency_options'], given: Options): Pick<Fixed, 'currency_options'> {
  const entries = Object.entries(given?.currency_options ?? {}).map(([currency, option]) => {
    const before = old?.[currency] ?? { amount: 0, tax_behavior: 'unspecified' as const }
    const { amount = before.amount, tax_behavior = before.tax_behavior } = option
    return [currency, { amount, tax_behavior }] as const
  })
  if (entries.length === 0) return old ? { currency_options: old } : {}
  return { currency_options: { ...old, ...Object.fromEntries(entries) } }
}
