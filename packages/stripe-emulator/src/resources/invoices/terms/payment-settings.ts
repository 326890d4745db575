import { bool, integer, oneOf, text } from '../../../transport/params/leaves'
import { hash, list, type Read, unsettable } from '../../../transport/params/params'
import { givenOnly } from '../../../transport/params/shapes'
import type { Invoice } from '../invoice'

const options = hash({
  acss_debit: unsettable(
    hash({
      mandate_options: hash({ transaction_type: oneOf('business', 'personal') }),
      verification_method: oneOf('automatic', 'instant', 'microdeposits'),
    }),
  ),
  bancontact: unsettable(hash({ preferred_language: oneOf('de', 'en', 'fr', 'nl') })),
  card: unsettable(
    hash({
      installments: hash({ enabled: bool() }),
      request_three_d_secure: oneOf('any', 'automatic', 'challenge'),
    }),
  ),
  customer_balance: unsettable(
    hash({
      bank_transfer: hash({
        eu_bank_transfer: hash({ country: oneOf('BE', 'DE', 'ES', 'FR', 'IE', 'NL') }),
        type: text(),
      }),
      funding_type: oneOf('bank_transfer'),
    }),
  ),
  konbini: unsettable(hash({})),
  pix: unsettable(
    hash({ amount_includes_iof: oneOf('always', 'never'), expires_after_seconds: integer({ min: 1 }) }),
  ),
  sepa_debit: unsettable(hash({})),
  us_bank_account: unsettable(
    hash({
      financial_connections: hash({
        permissions: list(oneOf('balances', 'ownership', 'payment_method', 'transactions')),
        prefetch: list(oneOf('balances', 'ownership', 'transactions')),
      }),
      verification_method: oneOf('automatic', 'instant', 'microdeposits'),
    }),
  ),
})

/** The ways to pay that an invoice may name. */
export const METHOD_TYPES = [
  'ach_credit_transfer',
  'ach_debit',
  'acss_debit',
  'affirm',
  'amazon_pay',
  'au_becs_debit',
  'bacs_debit',
  'bancontact',
  'boleto',
  'card',
  'cashapp',
  'crypto',
  'custom',
  'customer_balance',
  'eps',
  'fpx',
  'giropay',
  'grabpay',
  'ideal',
  'jp_credit_transfer',
  'kakao_pay',
  'klarna',
  'konbini',
  'kr_card',
  'link',
  'multibanco',
  'naver_pay',
  'nz_bank_account',
  'p24',
  'pay_by_bank',
  'payco',
  'paynow',
  'paypal',
  'payto',
  'pix',
  'promptpay',
  'revolut_pay',
  'sepa_credit_transfer',
  'sepa_debit',
  'sofort',
  'swish',
  'twint',
  'upi',
  'us_bank_account',
  'wechat_pay',
] as const

export const paymentSettings = hash({
  default_mandate: unsettable(text()),
  payment_method_options: options,
  payment_method_types: unsettable(list(oneOf(...METHOD_TYPES))),
})

type Settings = Invoice['payment_settings']
type Options = NonNullable<Settings['payment_method_options']>
type GivenOptions = NonNullable<Read<{ options: typeof options }>['options']>

/** Returns an invoice's payment settings with what a request gives laid over them. */
export function withPaymentSettings(
  old: Settings,
  given: Read<{ settings: typeof paymentSettings }>['settings'],
): Settings {
  if (!given) return old
  const { payment_method_options: asked, ...plain } = given
  const merged = asked && { ...old.payment_method_options, ...toOptions(asked) }
  return {
    ...old,
    ...givenOnly(plain),
    ...(merged ? { payment_method_options: { ...NO_OPTIONS, ...merged } } : {}),
  }
}

const NO_OPTIONS: Options = {
  acss_debit: null,
  bancontact: null,
  card: null,
  customer_balance: null,
  konbini: null,
  payto: null,
  pix: null,
  sepa_debit: null,
  upi: null,
  us_bank_account: null,
}

function toOptions(given: GivenOptions): Partial<Options> {
  const { acss_debit, bancontact, card, customer_balance, konbini, pix, sepa_debit, us_bank_account } = given
  return {
    ...(acss_debit === undefined ? {} : { acss_debit: acss_debit && toAcss(acss_debit) }),
    ...(bancontact === undefined ? {} : { bancontact: bancontact && toBancontact(bancontact) }),
    ...(card === undefined ? {} : { card: card && toCard(card) }),
    ...(customer_balance === undefined
      ? {}
      : { customer_balance: customer_balance && toBalance(customer_balance) }),
    ...(konbini === undefined ? {} : { konbini: konbini && {} }),
    ...(pix === undefined ? {} : { pix: pix && toPix(pix) }),
    ...(sepa_debit === undefined ? {} : { sepa_debit: sepa_debit && {} }),
    ...(us_bank_account === undefined
      ? {}
      : { us_bank_account: us_bank_account && toBankAccount(us_bank_account) }),
  }
}

function toBancontact({ preferred_language }: NonNullable<GivenOptions['bancontact']>) {
  return { preferred_language: preferred_language ?? 'en' } as const
}

function toPix({ amount_includes_iof, expires_after_seconds }: NonNullable<GivenOptions['pix']>) {
  const expiry = givenOnly({ expires_after_seconds })
  return { ...expiry, amount_includes_iof: amount_includes_iof ?? null }
}

function toAcss({
  mandate_options,
  verification_method,
}: NonNullable<GivenOptions['acss_debit']>): Options['acss_debit'] {
  const mandate = mandate_options && { transaction_type: mandate_options.transaction_type ?? null }
  return givenOnly({ mandate_options: mandate, verification_method })
}

function toCard({
  installments,
  request_three_d_secure,
}: NonNullable<GivenOptions['card']>): Options['card'] {
  return {
    ...(installments ? { installments: { enabled: installments.enabled ?? null } } : {}),
    request_three_d_secure: request_three_d_secure ?? 'automatic',
  } as const
}

function toBalance({
  bank_transfer,
  funding_type,
}: NonNullable<GivenOptions['customer_balance']>): Options['customer_balance'] {
  const country = bank_transfer?.eu_bank_transfer?.country
  const transfer = bank_transfer && {
    ...(country ? { eu_bank_transfer: { country } } : {}),
    type: bank_transfer.type ?? null,
  }
  return { ...(transfer ? { bank_transfer: transfer } : {}), funding_type: funding_type ?? null }
}

function toBankAccount(given: NonNullable<GivenOptions['us_bank_account']>): Options['us_bank_account'] {
  const { financial_connections: asked, verification_method } = given
  const connections = asked && {
    ...(asked.permissions ? { permissions: asked.permissions } : {}),
    prefetch: asked.prefetch ?? null,
  }
  return givenOnly({ financial_connections: connections, verification_method })
}
