import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import type { Read } from '../../../transport/params/params'
import { mergeMetadata } from '../../../transport/params/shapes'
import { TEXTS } from '../../../unconfirmed'
import { badParam, missingParam, Refusal, refuse } from '../../../wire/refusal'
import { cardOfNumber } from '../instrument'
import { isTestAccount, isTestRouting } from '../numbers/bank-accounts'
import { cardOfToken } from '../numbers/cards'
import { createParams, givenBilling, type paymentMethodData } from './params'
import { type Instrument, keepAccount, type MethodTerms, toBillingDetails } from './payment-method'

type CreateRequest = Read<typeof createParams>
type CardRequest = NonNullable<CreateRequest['card']>
type UsBankRequest = NonNullable<CreateRequest['us_bank_account']>
type MethodData = NonNullable<Read<{ data: typeof paymentMethodData }>['data']>

export const createPaymentMethod = operation(
  'POST',
  '/v1/payment_methods',
  createParams,
  ({ unit, params }) => {
    if (params.customer !== undefined) throw refuse(NOT_AT_CREATION)
    return newInstrument(unit, params).method
  },
)

/** Keeps the payment method that a request describes, at its creation or in passing. */
export function newInstrument(unit: UnitOfWork, request: CreateRequest | MethodData, at = ''): Instrument {
  const terms = termsOf(request)
  const card = 'card' in request ? request.card : undefined
  const { type, us_bank_account: bank, sepa_debit: sepa } = request
  if (type === undefined && !card) throw missingParam(inside(at, 'type'))
  if (type === 'us_bank_account') return usBankAccount(unit, need(bank, inside(at, type)), terms, at)
  if (type === 'sepa_debit') return sepaAccount(unit, need(sepa, inside(at, type)).iban, terms, at)
  if (type === 'card' || type === undefined) return cardOf(unit, need(card, inside(at, 'card')), terms)
  throw refuse(notActivated(type))
}

/** Cards come as tokens: a number sent straight to the API is refused. */
function cardOf(unit: UnitOfWork, card: CardRequest, terms: MethodTerms): Instrument {
  if (card.token === undefined) {
    if (card.number === undefined) throw missingParam('card[number]')
    throw new Refusal(402, { type: 'invalid_request_error', message: RAW_NUMBER }, { kept: false })
  }
  const number = cardOfToken(card.token)
  if (!number) throw badParam(`Invalid token id: ${card.token}`, { param: 'token' })
  const { method } = cardOfNumber(unit, number)
  return {
    number,
    method: unit.put('payment_method', {
      ...method,
      ...terms,
      billing_details: toBillingDetails(terms.billing_details),
    }),
  }
}

function usBankAccount(unit: UnitOfWork, bank: UsBankRequest, terms: MethodTerms, at: string): Instrument {
  const name = inside(at, 'us_bank_account')
  const { account_number, routing_number, account_holder_type, account_type } = bank
  if (account_number === undefined) throw missingParam(`${name}[account_number]`)
  if (routing_number === undefined) throw missingParam(`${name}[routing_number]`)
  if (!isTestRouting(routing_number)) {
    throw refuse(TEXTS.badRouting, { code: 'routing_number_invalid', param: `${name}[routing_number]` })
  }
  requireTestAccount(account_number, `${name}[account_number]`)
  const account = { type: 'us_bank_account', account_number, routing_number } as const
  return keepAccount(
    unit,
    {
      ...account,
      ...(account_holder_type ? { account_holder_type } : {}),
      ...(account_type ? { account_type } : {}),
    },
    terms,
  )
}

function sepaAccount(
  unit: UnitOfWork,
  given: string | undefined,
  terms: MethodTerms,
  at: string,
): Instrument {
  const name = `${inside(at, 'sepa_debit')}[iban]`
  if (given === undefined) throw missingParam(name)
  const iban = given.replace(/\s/g, '').toUpperCase()
  requireTestAccount(iban, name)
  return keepAccount(unit, { type: 'sepa_debit', iban }, terms)
}

function requireTestAccount(number: string, param: string) {
  if (isTestAccount(number)) return
  throw refuse(TEXTS.realAccount, { code: 'account_number_invalid', param })
}

function termsOf(request: CreateRequest | MethodData): MethodTerms {
  return {
    ...(request.allow_redisplay ? { allow_redisplay: request.allow_redisplay } : {}),
    billing_details: givenBilling(request.billing_details),
    metadata: mergeMetadata({}, request.metadata),
  }
}

function need<T>(given: T | undefined, param: string): T {
  if (given === undefined) throw missingParam(param)
  return given
}

function inside(at: string, key: string): string {
  return at === '' ? key : `${at}[${key}]`
}

const NOT_AT_CREATION =
  'You cannot attach a PaymentMethod to a Customer during PaymentMethod creation. Please instead create the PaymentMethod and then attach it using the attachment method of the PaymentMethods API.'

const RAW_NUMBER =
  'Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you use test tokens that map to the test card you are using, see https://stripe.com/docs/testing. To enable testing raw card data APIs, see https://support.stripe.com/questions/enabling-access-to-raw-card-data-apis.'

function notActivated(type: string): string {
  return `The payment method type "${type}" is invalid. Please ensure the provided type is activated in your dashboard (https://dashboard.stripe.com/account/payments/settings) and your account is enabled for any preview features that you are trying to use.`
}
