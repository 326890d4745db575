/**
 * What no recording or document has confirmed. Each is our best reading, named here so that one run
 * against a real test key can settle it and one edit can follow.
 */

/** A product and price made for a bare `amount` announce themselves with events. */
export const AD_HOC_PRICES_EMIT_EVENTS = false

/** Marking an invoice paid outside Stripe cancels the payment intent that waited for it. */
export const OUT_OF_BAND_CANCELS_PAYMENT_INTENT = true

/** An invoice that advances by itself and was finalized by hand is charged this much later. */
export const FINALIZED_CHARGES_AFTER_SECONDS = 3600

/** A preview of what is billed once shows the items that wait for the customer's next invoice, too. */
export const PREVIEWS_SHOW_PENDING_ITEMS = true

/** `taxability_reason` of a manual rate. */
export const MANUAL_TAXABILITY_REASON = 'not_available'

/** A draft on a test clock waits for its webhooks to be acknowledged, as others do. */
export const CLOCKS_WAIT_FOR_WEBHOOKS = false

/** What becomes of a subscription whose payment was tried for the last time: a setting of the Dashboard. */
export const SUBSCRIPTION_AFTER_RETRIES: 'canceled' | 'unpaid' | 'past_due' = 'canceled'

/** How long before a renewal `invoice.upcoming` tells of it, in days: a setting of the Dashboard. */
export const UPCOMING_INVOICE_DAYS = 7

/** What a subscription becomes that is canceled before its first payment. */
export const INCOMPLETE_CANCELS_TO = 'incomplete_expired'

/** A discount that is put on something says so with `customer.discount.created`, one taken away with `.deleted`. */
export const DISCOUNTS_EMIT_EVENTS = false

/** A credit note that covers all an invoice still asks for makes it paid; whether that is a payment that succeeded. */
export const FULL_CREDIT_EMITS_PAYMENT_SUCCEEDED = false

/** A preview of a credit note must already say how what was paid is given back. */
export const CREDIT_PREVIEW_NEEDS_ALLOCATION = false

/** What a note's line says that credits a bare `amount` of the whole invoice. */
export const BARE_CREDIT_DESCRIPTION: string | null = null

/** How long a refund that does not end at once takes, in seconds. */
export const REFUND_ENDS_AFTER_SECONDS = 60

/** How long a payout is on its way, in seconds. It tells of its arrival when it is next looked at, with no event. */
export const PAYOUTS_ARRIVE_AFTER_SECONDS = 2 * 86_400

/** A payment that was attached and pays an invoice in full says `invoice.payment_succeeded`, too. */
export const ATTACHED_PAYMENTS_SUCCEED = true

export const TEXTS = {
  intentOfInvoice: (verb: 'cancel' | 'update') =>
    `You cannot ${verb} this PaymentIntent because it's associated with an invoice.`,
  noMethodType: 'None of the given payment method types can be used with this currency.',
  nothingToAuthenticate: 'This PaymentIntent does not wait for an authentication.',
  nothingPending: 'This PaymentIntent does not wait for a bank.',
  attachOtherCustomer: 'The payment must belong to the customer of the invoice.',
  attachOtherCurrency: (payment: string, invoice: string) =>
    `The currency of the payment (${payment}) must match the currency of the invoice (${invoice}).`,
  attachCanceled: 'You cannot attach a payment that was canceled.',
  attachTwice: 'This payment is already attached to this invoice.',
  attachInvoicesOwn: 'You cannot attach the PaymentIntent of another invoice.',
  recordUnderWay:
    'A new payment attempt can only be reported if all other payment attempts are canceled or failed.',
  recordEnded: 'The most recent payment attempt of this Payment Record has already ended.',
  recordNotPaid: 'Only a guaranteed payment can be refunded.',
  recordRefundTooLarge: 'The refund is greater than the unrefunded amount of this Payment Record.',
  recordOtherCurrency: 'The currency of the refund must match the currency of the Payment Record.',
  badRouting: 'The routing number must be 110000000 in test mode.',
  realCard: 'Your card was declined. This is test mode: only test cards work here.',
  realAccount: 'This account was declined. This is test mode: only test accounts work here.',
  tooManyItems: 'Invoices can have at most 250 invoice items.',
  currencyMismatch: (item: string, invoice: string) =>
    `The currency of the invoice item (${item}) must match the currency of the invoice (${invoice}).`,
  couponCurrencyMismatch: (coupon: string, invoice: string) =>
    `The currency of the coupon (${coupon}) must match the currency of the invoice (${invoice}).`,
  couponNotValid: (id: string) => `Coupon expired: ${id}`,
  dueDateInPast: 'due_date must be in the future',
  notSendable: "You can only manually send an invoice if its collection method is 'send_invoice'.",
  ownAccount: 'You cannot delete the account you are acting as.',
  noUpdateLink:
    'You cannot create `account_update` type Account Links for this account. Use `account_onboarding` instead.',
  mixedTaxes:
    'You cannot set `tax_amounts` on an invoice that has `tax_rates`, `default_tax_rates` or automatic tax.',
  ratesBesideAutomaticTax: 'You cannot use tax rates on an invoice with automatic tax enabled.',
  negativeBesideAutomaticTax: 'You cannot use negative amounts on an invoice with automatic tax enabled.',
  locationUnknown:
    "The customer's location isn't recognized. Set a valid customer address in order to automatically calculate tax.",
  needsShippingRate: 'You must specify one of: shipping_rate, shipping_rate_data.',
  feeWithoutConnect:
    'Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).',
  notRevisable: 'You can only revise an invoice that is open or uncollectible.',
  subscriptionNotRevisable: 'You cannot revise an invoice of a subscription.',
  numberTaken: 'An invoice with this number already exists.',
  finalizesTooLate: 'automatically_finalizes_at must be in the future and at most five years away.',
  subscriptionDraft: 'You cannot delete an invoice of a subscription. Void it instead.',
  notTheirMethod: (id: string) =>
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
  taxRateInactive: (id: string) => `The tax rate ${id} is inactive, so it cannot be used here.`,
  needsPrice: 'You must specify one of: amount, price_data, pricing.',
  searchMixesAndOr:
    'We were unable to parse your search query. You cannot use both AND and OR in the same query.',
  searchTooLong: (max: number) =>
    `We were unable to parse your search query. You can combine up to ${max} query clauses.`,
  searchOperator: (field: string, operator: string) =>
    `Operator \`${operator}\` is not supported for search field \`${field}\`.`,
  searchSubstring: (min: number) => `Substring matches need a value of at least ${min} characters.`,
  searchNumber: (field: string, value: string) => `Invalid number for search field \`${field}\`: ${value}`,
  noDiscount: (customer: string) => `No active discount for customer: ${customer}`,
  balanceCurrency: (customer: string, given: string) =>
    `The customer's balance is kept in ${customer}, so it cannot be changed by an amount in ${given}.`,
  taxIdTwice: 'This customer already has a tax ID of this type with this value.',
  tooManyTaxIds: (max: number) => `A customer can have at most ${max} tax IDs.`,
  taxBehaviorFixed: 'The tax_behavior cannot be changed once it is inclusive or exclusive.',
  tieredPrice: 'Prices in tiers are not kept here: pass a unit_amount.',
  defaultPriceArchived: 'This price cannot be archived because it is the default price of its product.',
  defaultPriceOfAnother: (price: string) => `The price \`${price}\` does not belong to this product.`,
  monthsWithoutRepeating:
    'The duration_in_months param can only be set when creating a coupon with a repeating duration',
  promotionCodeNotActive: 'This promotion code is not active.',
  promotionCodeOfAnother: 'This promotion code cannot be redeemed by this customer.',
  promotionCodeNotRedeemable: 'This promotion code can no longer be redeemed, so it cannot be made active.',
  promotionCodeOutlivesCoupon: "`expires_at` cannot be after the coupon's `redeem_by`.",
  promotionCodeBeyondCoupon: "`max_redemptions` cannot be more than the coupon's `max_redemptions`.",
  minimumWithoutCurrency: 'You must pass minimum_amount_currency when passing minimum_amount',
}

/** What a second request hears while the first with its idempotency key is under way, besides status and code. */
export const KEY_IN_USE_TYPE = 'idempotency_error'

export const IDEMPOTENCY_TEXTS = {
  keyTooLong: 'Idempotency keys must be 255 characters or less.',
  // Seen in 2017, when it was told apart from other parameters (stripe-ruby issue 598).
  otherEndpoint: (key: string, path: string, first: string) =>
    `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}' vs '${first}'). Try using a key other than '${key}' if you meant to execute a different request.`,
}

export const CLOCK_TEXTS = {
  notLater: 'The new frozen time must be after the current frozen time of the test clock.',
  tooFar: (limit: number) =>
    `The test clock cannot be advanced beyond ${limit}: at most two intervals of the shortest subscription, or two years without subscriptions.`,
  full: 'A test clock can have at most 3 customers.',
  taken: (customer: string) => `The customer ${customer} already has a test clock.`,
}

export const SUBSCRIPTION_TEXTS = {
  prorationDate: 'Cannot specify `proration_date` outside of the current period of the subscription.',
  otherCurrency: (price: string, currency: string) =>
    `The price specified only supports other currencies than ${currency}: ${price}`,
  needsDays: "You must pass `days_until_due` when `collection_method` is set to 'send_invoice'.",
  takesNoDays: "You can only specify `days_until_due` if `collection_method` is set to 'send_invoice'.",
  anchorInPast: 'billing_cycle_anchor must be a timestamp in the future',
  pendingOnlyOnUpdate:
    'payment_behavior=pending_if_incomplete can only be used when updating a subscription.',
  trialTooLong: 'Invalid timestamp: can be no more than two years in the future',
  incompleteIsFixed: 'An incomplete subscription can only update its metadata and default payment method.',
  onlyPausedResume: 'You can only resume subscriptions that are paused.',
  onlyChargedResume: 'You can only resume subscriptions that are charged automatically.',
  onlyRunningPause: 'You can only pause subscriptions that are active or trialing.',
  noDiscount: (id: string) => `No active discount for subscription: ${id}`,
}

export const CREDIT_NOTE_TEXTS = {
  invoiceStatus: 'You can only create credit notes for invoices that are open, paid or uncollectible.',
  paymentPending: 'You cannot create a credit note for an open invoice with a pending payment.',
  nothing: 'One of `amount`, `lines`, or `shipping_cost` must be provided.',
  notPositive: 'The total amount of a credit note must be positive.',
  amount: (amount: number, total: number) =>
    `The amount of the credit note (${amount}) must equal the total of its lines and shipping (${total}).`,
  tooMuch: (total: number, left: number) =>
    `The credit note amount (${total}) is greater than the maximum amount that can be credited (${left}).`,
  allocation: (sum: number, post: number) =>
    `The sum of \`refund_amount\`, \`refunds\`, \`credit_amount\` and \`out_of_band_amount\` (${sum}) must equal the post payment amount of the credit note (${post}).`,
  noCharge: 'This invoice has no charge that could be refunded.',
  refundElsewhere: (id: string) => `The refund ${id} does not belong to a payment of this invoice.`,
  refundTooMuch: (amount: number, left: number) =>
    `The amount refunded (${amount}) is greater than what is left of the refund to link (${left}).`,
  otherShipping: 'The shipping rate does not match the shipping cost of the invoice.',
  shippingTwice: 'The shipping cost of this invoice has already been credited.',
  lineParam: (param: string, type: string) => `\`${param}\` can only be used with lines of type \`${type}\`.`,
  lineAutomaticTax: (what: string) =>
    `\`${what}\` cannot be used when the invoice has automatic tax enabled.`,
  lineNegative: 'The unit amount of a custom line item cannot be negative.',
  lineMixed: (kind: string) =>
    `This invoice line item cannot be credited by ${kind}, because it has been credited the other way before.`,
  lineTooMuch: (amount: number, left: number) =>
    `The amount to credit (${amount}) does not fit what is left to credit of the invoice line item (${left}).`,
  lineTooMany: (quantity: string, left: string) =>
    `The quantity to credit (${quantity}) is greater than what is left to credit of the invoice line item (${left}).`,
  alreadyVoid: 'This credit note has already been voided.',
  notVoidable: 'You can only void a credit note if its invoice is open.',
}
