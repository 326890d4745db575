import { Attic } from './collection/cold-storage'
import { Shelf } from './collection/collection'
import { labelOfAnswer, labelOfEvent } from './collection/labels'
import type { Kind, Kinds } from './kinds'
import { invoiceDue, subscriptionDue } from './schedule'
import type { Row } from './store/store'

export type Shelves = { [K in Kind]: Shelf<Kinds[K]> }

/** Accounts, keys and the like belong to no account. */
export const ROOT = ''

/** All state, in memory, by account. Bodies are never changed in place, so an old one is a snapshot. */
export class Ledger {
  private readonly accounts = new Map<string, Shelves>()
  private seq = 0

  shelves(account: string): Shelves {
    const known = this.accounts.get(account)
    if (known) return known
    const fresh = emptyShelves()
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
    if (isKind(row.kind)) restoreInto(this.shelves(row.account), row.kind, row)
  }
}

function restoreInto<K extends Kind>(shelves: Shelves, kind: K, row: Row) {
  const { body } = row
  if (isBody(kind, body)) shelves[kind].put(body, row.seq)
}

function emptyShelves(): Shelves {
  // One for both, for an answer says again what its events say.
  const attic = new Attic()
  return {
    account: new Shelf((body) => body.platform),
    application_fee: new Shelf((body) => body.charge),
    balance_transaction: new Shelf((body) => body.source),
    charge: new Shelf((body) => body.payment_intent),
    clock_offset: new Shelf(),
    coupon: new Shelf(),
    credit_note: new Shelf((body) => body.invoice),
    credit_note_line_item: new Shelf((body) => body.credit_note),
    customer: new Shelf((body) => body.test_clock ?? null),
    customer_balance_transaction: new Shelf((body) => body.customer),
    deleted: new Shelf(),
    delivery: new Shelf((body) => body.event),
    discount: new Shelf((body) => body.invoice),
    dispute: new Shelf((body) => body.charge),
    email: new Shelf(),
    endpoint_secret: new Shelf(),
    event: new Shelf((body) => body.type, undefined, { attic, labelOf: labelOfEvent }),
    idempotency: new Shelf(undefined, undefined, { attic, labelOf: labelOfAnswer }),
    instrument: new Shelf(),
    invoice: new Shelf((body) => [body.customer, body.status], invoiceDue),
    invoice_payment: new Shelf(({ invoice, payment }) => [
      invoice,
      payment.payment_intent ?? null,
      payment.payment_record ?? null,
    ]),
    invoice_rendering_template: new Shelf(),
    invoiceitem: new Shelf((body) => body.customer),
    key: new Shelf(),
    line_item: new Shelf((body) => body.invoice),
    line_taxes: new Shelf((body) => body.invoice),
    onboarding: new Shelf((body) => body.account),
    payment_intent: new Shelf((body) => body.customer),
    payment_method: new Shelf((body) => body.customer),
    payment_record: new Shelf(),
    payment_routing: new Shelf(),
    payout: new Shelf(),
    price: new Shelf((body) => body.product),
    product: new Shelf(),
    promotion_code: new Shelf((body) => body.promotion.coupon),
    refund: new Shelf((body) => body.charge),
    retired_coupon: new Shelf(),
    shipping_rate: new Shelf(),
    subscription: new Shelf((body) => body.customer, subscriptionDue),
    subscription_item: new Shelf((body) => body.subscription),
    tax_id: new Shelf((body) => body.customer),
    tax_rate: new Shelf(),
    test_clock: new Shelf(),
    timer: new Shelf(
      (body) => body.object,
      (body) => body.at,
    ),
    webhook_endpoint: new Shelf(),
  }
}

const KINDS: ReadonlySet<string> = new Set(Object.keys(emptyShelves()))

function isKind(kind: string): kind is Kind {
  return KINDS.has(kind)
}

/** Rows come back as we wrote them; only their outline is checked. */
function isBody<K extends Kind>(_kind: K, body: unknown): body is Kinds[K] {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string'
}
