/** Faults of an API request, named as the `x-emulator-fault` header spells them. */
export const REQUEST_FAULTS = [
  '429',
  'lock_timeout',
  '409',
  '500-before',
  'reset-before',
  '500-after',
  'reset-after',
  'delay-after',
  'truncated-after',
] as const

/** Faults of a webhook delivery. */
export const DELIVERY_FAULTS = ['duplicate', 'drop', 'delay', 'reorder'] as const

export type RequestFault = (typeof REQUEST_FAULTS)[number]
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number]
export type FaultKind = RequestFault | DeliveryFault

/** A fault ordered ahead: it strikes the next `times` requests or deliveries that match. */
export interface FaultOrder {
  kind: FaultKind
  /** For deliveries, `path` is compared with the event type. */
  match?: { method?: string; path?: string }
  times: number
  delayMs?: number
  /** Strike each match with this probability (0 to 1) instead of always; needs `seed` to be repeatable. */
  rate?: number
  seed?: number
}
