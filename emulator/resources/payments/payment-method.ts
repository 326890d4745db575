import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import type { CardEntry } from '../../desk'
import type { Book } from '../../state/book'
import { newId } from '../../state/ids'
import { missing } from '../../transport/refusal'
import type { Wire } from '../../wire'
import { brandOf, numberOfTestId } from './test-cards'

export type PaymentMethod = Wire<Stripe.PaymentMethod>

/** A card in use: the object, and the number that decides what a charge of it comes to. */
export interface CardInHand {
  method: PaymentMethod
  number: string
}

/** The card a parameter names: one that was kept, or one of Stripe's test ids. */
export function cardById(book: Book, id: string, param: string): CardInHand {
  const number = numberOfTestId(id)
  if (number) return newCard(book, { number, expMonth: 12, expYear: 2034, cvc: '123' })
  const method = book.get('payment_method', id)
  const kept = book.get('instrument', id)
  if (!method || !kept) throw missing('PaymentMethod', id, param)
  return { method, number: kept.number }
}

export function newCard(book: Book, entry: CardEntry): CardInHand {
  const method = book.put('payment_method', cardMethod(entry, book.now))
  book.put('instrument', { id: method.id, number: entry.number })
  return { method, number: entry.number }
}

function cardMethod({ number, expMonth, expYear, name }: CardEntry, now: number): PaymentMethod {
  const brand = brandOf(number)
  return {
    id: newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: { address: null, email: null, name: name ?? null, phone: null, tax_id: null },
    card: {
      brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'US',
      display_brand: brand === 'amex' ? 'american_express' : brand,
      exp_month: expMonth,
      exp_year: expYear,
      fingerprint: fingerprintOf(number),
      funding: 'credit',
      generated_from: null,
      last4: number.slice(-4),
      networks: { available: [brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  }
}

function fingerprintOf(number: string): string {
  return createHash('sha256').update(number).digest('hex').slice(0, 16)
}
