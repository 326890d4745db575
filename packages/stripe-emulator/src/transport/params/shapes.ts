import type Stripe from 'stripe'
import type { Wire } from '../../wire/wire'
import { integer, text } from './leaves'
import { requireFewKeys } from './metadata-limits'
import { hash, list, type Param, required, unsettable } from './params'

/** Parameters that several endpoints share. */
export const address = hash({
  city: unsettable(text()),
  country: unsettable(text()),
  line1: unsettable(text()),
  line2: unsettable(text()),
  postal_code: unsettable(text()),
  state: unsettable(text()),
})

export const shipping = hash({
  address: required(address),
  name: required(text()),
  phone: unsettable(text()),
})

export const period = hash({ end: required(integer()), start: required(integer()) })

export const discounts = unsettable(list(hash({ coupon: text(), discount: text(), promotion_code: text() })))

export const customFields = unsettable(
  list(hash({ name: required(text({ max: 40 })), value: required(text({ max: 140 })) }), { max: 4 }),
)

type Given<P> = P extends Param<infer T> ? NonNullable<T> : never

export function toAddress(given: Given<typeof address>): Wire<Stripe.Address> {
  return {
    city: given.city ?? null,
    country: given.country ?? null,
    line1: given.line1 ?? null,
    line2: given.line2 ?? null,
    postal_code: given.postal_code ?? null,
    state: given.state ?? null,
  }
}

export function toShipping(given: Given<typeof shipping>): Wire<Stripe.Customer.Shipping> {
  return { address: toAddress(given.address), name: given.name, phone: given.phone ?? null }
}

/** Lays given keys over the old ones; an empty value removes its key, and null removes all. */
export function mergeMetadata(
  old: Record<string, string>,
  given: Record<string, string> | null | undefined,
): Record<string, string> {
  if (given === undefined) return old
  if (given === null) return {}
  const merged = Object.entries({ ...old, ...given }).filter(([, value]) => value !== '')
  return requireFewKeys(Object.fromEntries(merged))
}

/** Returns the parameters that were sent, without those left out. */
export function givenOnly<P extends object>(params: P): { [K in keyof P]?: Exclude<P[K], undefined> }
export function givenOnly(params: object) {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined))
}
