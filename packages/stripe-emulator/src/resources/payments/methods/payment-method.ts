import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import { newId } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Wire } from '../../../wire/wire'
import { brandOf, countryOf, fundingOf } from '../numbers/cards'
import type { BankEntry, CardEntry } from './entry'

export type PaymentMethod = Wire<Stripe.PaymentMethod>
export type BillingDetails = PaymentMethod['billing_details']

/** A means of payment in use: the object, and the number that decides what comes of it. */
export interface Instrument {
  method: PaymentMethod
  number: string
}

/** What is known of a payment method beside the number. */
export interface MethodTerms {
  allow_redisplay?: PaymentMethod['allow_redisplay']
  billing_details?: Partial<BillingDetails>
  metadata?: Record<string, string>
}

const NO_ADDRESS = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null }
const DISPLAY_BRANDS: Record<string, string> = {
  amex: 'american_express',
  diners: 'diners_club',
  unionpay: 'union_pay',
}

type Account =
  | {
      type: 'us_bank_account'
      routing_number: string
      account_number: string
      account_holder_type?: 'company' | 'individual'
      account_type?: 'checking' | 'savings'
    }
  | { type: 'sepa_debit'; iban: string }

/** Keeps a card that was typed into a form. */
export function newCard(unit: UnitOfWork, entry: CardEntry): Instrument {
  const { number, expMonth: exp_month, expYear: exp_year, name } = entry
  const terms = name === undefined ? {} : { billing_details: { name } }
  return keepCard(unit, { number, exp_month, exp_year, isChecked: true }, terms)
}

/** Keeps a bank account that was typed into a form. */
export function newBankAccount(unit: UnitOfWork, entry: BankEntry): Instrument {
  const { name, email, ...account } = entry
  return keepAccount(unit, account, { billing_details: { name, email } })
}

export function keepCard(
  unit: UnitOfWork,
  card: { number: string; exp_month: number; exp_year: number; isChecked: boolean },
  terms: MethodTerms = {},
): Instrument {
  const { number, exp_month, exp_year, isChecked } = card
  const brand = brandOf(number)
  return keep(unit, number, {
    ...newMethod('card', terms, unit.now),
    card: {
      brand,
      checks: {
        address_line1_check: null,
        address_postal_code_check: null,
        cvc_check: isChecked ? 'pass' : 'unchecked',
      },
      country: countryOf(number),
      display_brand: DISPLAY_BRANDS[brand] ?? brand,
      exp_month,
      exp_year,
      fingerprint: fingerprintOf(number),
      funding: fundingOf(number),
      generated_from: null,
      last4: number.slice(-4),
      networks: { available: [brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
  })
}

export function keepAccount(unit: UnitOfWork, account: Account, terms: MethodTerms = {}): Instrument {
  if (account.type === 'sepa_debit') {
    const { iban } = account
    return keep(unit, iban, {
      ...newMethod('sepa_debit', terms, unit.now),
      sepa_debit: {
        bank_code: iban.slice(4, 12),
        branch_code: '',
        country: iban.slice(0, 2),
        fingerprint: fingerprintOf(iban),
        generated_from: { charge: null, setup_attempt: null },
        last4: iban.slice(-4),
      },
    })
  }
  const { account_number, routing_number, account_holder_type, account_type } = account
  return keep(unit, account_number, {
    ...newMethod('us_bank_account', terms, unit.now),
    us_bank_account: {
      account_holder_type: account_holder_type ?? 'individual',
      account_type: account_type ?? 'checking',
      bank_name: 'STRIPE TEST BANK',
      financial_connections_account: null,
      fingerprint: fingerprintOf(account_number),
      last4: account_number.slice(-4),
      networks: { preferred: 'ach', supported: ['ach'] },
      routing_number,
      status_details: {},
    },
  })
}

/** Returns billing details of Stripe's: an address is always there, if only as six empty lines. */
export function toBillingDetails(given: Partial<BillingDetails> = {}): BillingDetails {
  return {
    address: given.address ?? NO_ADDRESS,
    email: given.email ?? null,
    name: given.name ?? null,
    phone: given.phone ?? null,
    tax_id: given.tax_id ?? null,
  }
}

/** Returns the card as a bank has seen it. */
export function verified(method: PaymentMethod): PaymentMethod {
  const { card } = method
  if (!card?.checks) return method
  return { ...method, card: { ...card, checks: { ...card.checks, cvc_check: 'pass' } } }
}

function keep(unit: UnitOfWork, number: string, method: PaymentMethod): Instrument {
  unit.put('instrument', { id: method.id, number })
  return { method: unit.put('payment_method', method), number }
}

function newMethod(type: PaymentMethod['type'], terms: MethodTerms, now: number): PaymentMethod {
  return {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: terms.allow_redisplay ?? 'unspecified',
    billing_details: toBillingDetails(terms.billing_details),
    created: now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: terms.metadata ?? {},
    type,
  }
}

function fingerprintOf(number: string): string {
  return createHash('sha256').update(number).digest('hex').slice(0, 16)
}
