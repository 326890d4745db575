import { ColdStorage } from './collection/cold-storage'
import { type Collection, coldCollectionOf, collectionOf } from './collection/collection'
import { type Kind, type Kinds, type Labels, labelOfEvent } from './kinds'
import { invoiceDue, subscriptionDue } from './schedule'
import type { Row } from './store/store'

export type Collections = { [K in Kind]: Collection<Kinds[K], Labels[K]> }

/** Accounts, keys and the like belong to no account. */
export const ROOT = ''

/** All state, in memory, by account. Bodies are never changed in place, so an old one is a snapshot. */
export class Database {
  private readonly accounts = new Map<string, Collections>()
  private seq = 0

  collections(account: string): Collections {
    const known = this.accounts.get(account)
    if (known) return known
    const fresh = emptyCollections()
    this.accounts.set(account, fresh)
    return fresh
  }

  accountIds(): string[] {
    return [...this.accounts.keys()].filter((id) => id !== ROOT)
  }

  nextSeq(): number {
    this.seq += 1
    return this.seq
  }

  restore(row: Row) {
    this.seq = Math.max(this.seq, row.seq)
    if (isKind(row.kind)) restoreInto(this.collections(row.account), row.kind, row)
  }
}

// A row is what this emulator wrote, or an older one: its body is taken to be of its kind, and only a missing one is left out.
function restoreInto<K extends Kind>(collections: Collections, kind: K, { body, seq }: Row) {
  if (hasId(body)) collections[kind].put(body as Kinds[K], seq)
}

function emptyCollections(): Collections {
  // One for both, for an answer says again what its events say.
  const storage = new ColdStorage()
  return {
    account: collectionOf((body) => body.platform),
    application_fee: collectionOf((body) => body.charge),
    balance_transaction: collectionOf((body) => body.source),
    charge: collectionOf((body) => body.payment_intent),
    clock_offset: collectionOf(),
    coupon: collectionOf(),
    credit_note: collectionOf((body) => body.invoice),
    credit_note_line_item: collectionOf((body) => body.credit_note),
    customer: collectionOf((body) => body.test_clock ?? null),
    customer_balance_transaction: collectionOf((body) => body.customer),
    deleted: collectionOf(),
    delivery: collectionOf((body) => body.event),
    discount: collectionOf((body) => body.invoice),
    dispute: collectionOf((body) => body.charge),
    email: collectionOf(),
    endpoint_secret: collectionOf(),
    event: coldCollectionOf({ storage, labelOf: labelOfEvent }, ({ type }) => type),
    idempotency: coldCollectionOf({ storage, labelOf: () => null }),
    instrument: collectionOf(),
    invoice: collectionOf((body) => [body.customer, body.status], invoiceDue),
    invoice_payment: collectionOf(({ invoice, payment }) => [
      invoice,
      payment.payment_intent ?? null,
      payment.payment_record ?? null,
    ]),
    invoice_rendering_template: collectionOf(),
    invoiceitem: collectionOf((body) => body.customer),
    key: collectionOf(),
    line_item: collectionOf((body) => body.invoice),
    line_taxes: collectionOf((body) => body.invoice),
    onboarding: collectionOf((body) => body.account),
    payment_intent: collectionOf((body) => body.customer),
    payment_method: collectionOf((body) => body.customer),
    payment_record: collectionOf(),
    payment_routing: collectionOf(),
    payout: collectionOf(),
    price: collectionOf((body) => body.product),
    product: collectionOf(),
    promotion_code: collectionOf((body) => body.promotion.coupon),
    refund: collectionOf((body) => body.charge),
    retired_coupon: collectionOf(),
    shipping_rate: collectionOf(),
    subscription: collectionOf((body) => body.customer, subscriptionDue),
    subscription_item: collectionOf((body) => body.subscription),
    tax_id: collectionOf((body) => body.customer),
    tax_rate: collectionOf(),
    test_clock: collectionOf(),
    timer: collectionOf(
      (body) => body.object,
      (body) => body.at,
    ),
    webhook_endpoint: collectionOf(),
  }
}

const KINDS: ReadonlySet<string> = new Set(Object.keys(emptyCollections()))

function isKind(kind: string): kind is Kind {
  return KINDS.has(kind)
}

function hasId(body: unknown): body is { id: string } {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string'
}
