/** Faults of an API request, by when they strike: before anything is done, during the work, or after it. */
export const REQUEST_FAULTS = [
  '429',
  '429-retry',
  'lock_timeout',
  '409',
  '500-before',
  'reset-before',
  'delay-before',
  'search-lag',
  'send-refused',
  '500-kept',
  '500-after',
  'reset-after',
  'delay-after',
  'truncated-after',
] as const

/** Faults of a webhook delivery. `unheard`: it arrived, but the endpoint's answer was lost, so it comes again. */
export const DELIVERY_FAULTS = ['duplicate', 'drop', 'delay', 'reorder', 'unheard'] as const

export type RequestFault = (typeof REQUEST_FAULTS)[number]
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number]
export type FaultKind = RequestFault | DeliveryFault

/**
 * A fault ordered ahead: it strikes the next `times` requests or deliveries that match. Ordered in this process with
 * `admin.orderFault`; from anywhere else by posting the fields `kind`, `times`, `method`, `path`, `delayMs`, `rate`
 * (in percent) and `seed` as a form to `/faults` below the pages' address, as the control panel does:
 * `curl localhost:12111/faults -d kind=500-after -d times=2 -d path=/v1/invoices`.
 */
export interface FaultOrder {
  kind: FaultKind
  /** `path` may be cut short, and `*` stands for an id. For deliveries it is compared with the event type. */
  match?: { method?: string; path?: string }
  times: number
  /** How long a delay takes, and how far search is behind. */
  delayMs?: number
  /** Strike each match with this probability (0 to 1) instead of always; needs `seed` to be repeatable. */
  rate?: number
  seed?: number
}

/** The only requests that these can strike. */
export const FAULT_TARGETS: Partial<Record<FaultKind, RegExp>> = {
  'search-lag': /^GET \/v1\/\w+\/search$/,
  '500-kept': /^POST \/v1\//,
  'send-refused': /^POST \/v1\/invoices\/[^/]+\/send$/,
}
