import type { Kind, Kinds } from './kinds'
import { Shelf } from './shelf'
import type { Row } from './store'

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
  return {
    account: new Shelf((body) => body.platform),
    card_number: new Shelf(),
    charge: new Shelf((body) => body.payment_intent),
    coupon: new Shelf(),
    customer: new Shelf(),
    customer_balance_transaction: new Shelf((body) => body.customer),
    deleted: new Shelf(),
    delivery: new Shelf((body) => body.event),
    discount: new Shelf((body) => body.invoice),
    email: new Shelf(),
    endpoint_secret: new Shelf(),
    event: new Shelf(),
    idempotency: new Shelf(),
    invoice: new Shelf((body) => body.customer),
    invoice_payment: new Shelf((body) => body.invoice),
    invoiceitem: new Shelf((body) => body.customer),
    key: new Shelf(),
    line_item: new Shelf((body) => body.invoice),
    payment_intent: new Shelf((body) => body.customer),
    payment_method: new Shelf((body) => body.customer),
    price: new Shelf((body) => body.product),
    product: new Shelf(),
    retired_coupon: new Shelf(),
    tax_rate: new Shelf(),
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
