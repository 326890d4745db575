import type { UnitOfWork } from '../../../state/unit-of-work'
import { givenOnly, mergeMetadata, toAddress } from '../../../transport/params/shapes'
import { TEXTS } from '../../../unconfirmed'
import { badParam, refuse } from '../../../wire/refusal'
import { refuseBadAmount } from './amount'
import type { CreateIntentRequest } from './params'
import { methodTypes, optionsOf, type PaymentIntent } from './payment-intent'

type Request = Partial<Omit<CreateIntentRequest, 'transfer_data'>> & {
  transfer_data?: { amount?: number | undefined } | undefined
}
type Options = NonNullable<PaymentIntent['payment_method_options']>

/** Lays what a request gives over an intent. */
export function withTerms(unit: UnitOfWork, intent: PaymentIntent, request: Request): PaymentIntent {
  if (request.amount !== undefined) {
    refuseBadAmount(request.amount, request.currency ?? intent.currency)
  }
  refuseBadEmail(request.receipt_email)
  const types = typesOf(intent, request)
  return {
    ...intent,
    ...plain(request),
    ...fee(unit, intent, request),
    ...types,
    currency: request.currency ?? intent.currency,
    metadata: mergeMetadata(intent.metadata, request.metadata),
    payment_method_options: withOptions(intent, types.payment_method_types, request),
    ...detailed(intent, request),
  }
}

function plain(request: Request): Partial<PaymentIntent> {
  const { amount, capture_method, description, receipt_email, setup_future_usage } = request
  const { statement_descriptor, statement_descriptor_suffix, transfer_group } = request
  const words = { description, receipt_email, setup_future_usage, transfer_group }
  return givenOnly({ ...words, amount, capture_method, statement_descriptor, statement_descriptor_suffix })
}

function detailed(intent: PaymentIntent, request: Request): Partial<PaymentIntent> {
  const { payment_details: details, shipping, transfer_data: transfer } = request
  return {
    ...(details ? { payment_details: withDetails(intent, details) } : {}),
    ...(shipping === undefined ? {} : { shipping: shipping && toShipping(shipping) }),
    ...(transfer && intent.transfer_data
      ? { transfer_data: { ...intent.transfer_data, ...givenOnly({ amount: transfer.amount }) } }
      : {}),
  }
}

function withDetails(
  { payment_details: old }: PaymentIntent,
  given: NonNullable<Request['payment_details']>,
): PaymentIntent['payment_details'] {
  const { customer_reference, order_reference } = { ...old, ...givenOnly(given) }
  return { customer_reference: customer_reference ?? null, order_reference: order_reference ?? null }
}

function toShipping(given: NonNullable<Request['shipping']>): PaymentIntent['shipping'] {
  const { address, carrier = null, name, phone = null, tracking_number = null } = given
  return { address: toAddress(address), carrier, name, phone, tracking_number }
}

/** The ways to pay follow from the currency, as far as the request allows them. */
function typesOf(intent: PaymentIntent, request: Request) {
  const { allowed_payment_method_types: allowed, currency, excluded_payment_method_types: excluded } = request
  const intended = allowed ?? intent.allowed_payment_method_types
  const left = excluded === undefined ? intent.excluded_payment_method_types : excluded
  const possible = methodTypes(currency ?? intent.currency)
  const wanted = intended ? possible.filter((type) => intended.some((each) => each === type)) : possible
  const types = wanted.filter((type) => !left?.some((each) => each === type))
  if (types.length === 0) throw refuse(TEXTS.noMethodType, { param: 'allowed_payment_method_types' })
  return {
    allowed_payment_method_types: intended,
    excluded_payment_method_types: left,
    payment_method_types: types,
  }
}

function withOptions(
  intent: PaymentIntent,
  types: string[],
  { payment_method_options: given }: Request,
): Options {
  const old = { ...optionsOf(types), ...intent.payment_method_options }
  const { card, us_bank_account: bank, sepa_debit: sepa } = given ?? {}
  const { network, request_three_d_secure } = card ?? {}
  return {
    ...(old.card ? { card: { ...old.card, ...givenOnly({ network, request_three_d_secure }) } } : {}),
    ...(old.us_bank_account
      ? {
          us_bank_account: {
            ...old.us_bank_account,
            ...givenOnly({ target_date: bank?.target_date, verification_method: bank?.verification_method }),
          },
        }
      : {}),
    ...(old.sepa_debit
      ? { sepa_debit: { ...old.sepa_debit, ...givenOnly({ target_date: sepa?.target_date }) } }
      : {}),
  }
}

/** Only a connected account, or a payment passed on to one, can owe the platform something. */
function fee(unit: UnitOfWork, intent: PaymentIntent, request: Request): Partial<PaymentIntent> {
  const { application_fee_amount: amount, transfer_data } = request
  if (amount === undefined) return {}
  const isDirect = unit.account !== unit.context.platform
  if (amount !== null && !isDirect && !transfer_data && !intent.transfer_data) {
    throw refuse(TEXTS.feeWithoutConnect, { param: 'application_fee_amount' })
  }
  return { application_fee_amount: amount }
}

function refuseBadEmail(email: string | null | undefined) {
  if (!email || /^[^\s@]+@[^\s@]+$/.test(email)) return
  throw badParam(`Invalid email address: ${email}`, { code: 'email_invalid', param: 'receipt_email' })
}
