/**
 * What no recording or document has confirmed. Each is our best reading, named here so that one run
 * against a real test key can settle it and one edit can follow.
 */

/** A product and price made for a bare `amount` announce themselves with events. */
export const AD_HOC_PRICES_EMIT_EVENTS = false

/** Marking an invoice paid outside Stripe cancels the payment intent that waited for it. */
export const OUT_OF_BAND_CANCELS_PAYMENT_INTENT = true

/** How deep `expand` may go; the word `data` of a list is not counted. */
export const MAX_EXPAND_LEVELS = 4

/** `taxability_reason` of a manual rate. */
export const MANUAL_TAXABILITY_REASON = 'not_available'

/** The most a line may come to, in minor units: twelve digits, as in currencies with many noughts. */
export const MAX_LINE_AMOUNT_MINOR = 999_999_999_999

export const TEXTS = {
  realCard: 'Your card was declined. This is test mode: only test cards work here.',
  tooManyItems: 'Invoices can have at most 250 invoice items.',
  currencyMismatch: (item: string, invoice: string) =>
    `The currency of the invoice item (${item}) must match the currency of the invoice (${invoice}).`,
  couponCurrencyMismatch: (coupon: string, invoice: string) =>
    `The currency of the coupon (${coupon}) must match the currency of the invoice (${invoice}).`,
  couponNotValid: (id: string) => `Coupon expired: ${id}`,
  dueDateInPast: 'due_date must be in the future',
  notSendable: "You can only manually send an invoice if its collection method is 'send_invoice'.",
  amountTooLarge: (max: number) => `Amount must be no more than ${max}`,
  ownAccount: 'You cannot delete the account you are acting as.',
  noUpdateLink:
    'You cannot create `account_update` type Account Links for this account. Use `account_onboarding` instead.',
  needsPrice: 'You must specify one of: amount, price_data, pricing.',
}
