import { ColdStorage } from './collection/cold-storage'
import { Collection } from './collection/collection'
import { labelOfAnswer, labelOfEvent } from './collection/labels'
import type { Kind, Kinds } from './kinds'
import { invoiceDue, subscriptionDue } from './schedule'
import type { Row } from './store/store'

export type Collections = { [K in Kind]: Collection<Kinds[K]> }

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

function restoreInto<K extends Kind>(collections: Collections, kind: K, row: Row) {
  const { body } = row
  if (isBody(kind, body)) collections[kind].put(body, row.seq)
}

function emptyCollections(): Collections {
  // One for both, for an answer says again what its events say.
  const storage = new ColdStorage()
  return {
    account: new Collection((body) => body.platform),
    application_fee: new Collection((body) => body.charge),
    balance_transaction: new Collection((body) => body.source),
    charge: new Collection((body) => body.payment_intent),
    clock_offset: new Collection(),
    coupon: new Collection(),
    credit_note: new Collection((body) => body.invoice),
    credit_note_line_item: new Collection((body) => body.credit_note),
    customer: new Collection((body) => body.test_clock ?? null),
    customer_balance_transaction: new Collection((body) => body.customer),
    deleted: new Collection(),
    delivery: new Collection((body) => body.event),
    discount: new Collection((body) => body.invoice),
    dispute: new Collection((body) => body.charge),
    email: new Collection(),
    endpoint_secret: new Collection(),
    event: new Collection((body) => body.type, undefined, { storage, labelOf: labelOfEvent }),
    idempotency: new Collection(undefined, undefined, { storage, labelOf: labelOfAnswer }),
    instrument: new Collection(),
    invoice: new Collection((body) => [body.customer, body.status], invoiceDue),
    invoice_payment: new Collection(({ invoice, payment }) => [
      invoice,
      payment.payment_intent ?? null,
      payment.payment_record ?? null,
    ]),
    invoice_rendering_template: new Collection(),
    invoiceitem: new Collection((body) => body.customer),
    key: new Collection(),
    line_item: new Collection((body) => body.invoice),
    line_taxes: new Collection((body) => body.invoice),
    onboarding: new Collection((body) => body.account),
    payment_intent: new Collection((body) => body.customer),
    payment_method: new Collection((body) => body.customer),
    payment_record: new Collection(),
    payment_routing: new Collection(),
    payout: new Collection(),
    price: new Collection((body) => body.product),
    product: new Collection(),
    promotion_code: new Collection((body) => body.promotion.coupon),
    refund: new Collection((body) => body.charge),
    retired_coupon: new Collection(),
    shipping_rate: new Collection(),
    subscription: new Collection((body) => body.customer, subscriptionDue),
    subscription_item: new Collection((body) => body.subscription),
    tax_id: new Collection((body) => body.customer),
    tax_rate: new Collection(),
    test_clock: new Collection(),
    timer: new Collection(
      (body) => body.object,
      (body) => body.at,
    ),
    webhook_endpoint: new Collection(),
  }
}

const KINDS: ReadonlySet<string> = new Set(Object.keys(emptyCollections()))

function isKind(kind: string): kind is Kind {
  return KINDS.has(kind)
}

/** Rows come back as we wrote them; only their outline is checked. */
function isBody<K extends Kind>(_kind: K, body: unknown): body is Kinds[K] {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string'
}
