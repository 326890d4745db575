import type { Engine } from '../api/engine'
import { authenticate } from '../resources/payments/authenticate'
import type { PaymentIntent } from '../resources/payments/intents/payment-intent'
import { fail, settle } from '../resources/payments/settle'
import { ROOT } from '../state/database'
import type { Authentication, Desk, PayOutcome, PendingDebit } from './admin'
import { invoicePaidBy } from './documents'
import { refused } from './pay'
import { act, bookHolding, openBook } from './units'

/** What a bank would decide by itself: who a customer is, and whether a debit arrives. */
export function banks(
  engine: Engine,
): Pick<Desk, 'authentication' | 'authenticate' | 'pendingDebits' | 'settle' | 'fail'> {
  const end = async (intent: string, how: typeof settle) => {
    const book = bookHolding(engine, 'payment_intent', intent)
    if (book) await act(engine, book, () => how(book, intent))
  }
  return {
    authentication: (id) => waitingAuthentication(engine, id),
    authenticate: async (id, complete) => {
      const book = bookHolding(engine, 'payment_intent', id)
      if (!book) return refused({ code: 'resource_missing', message: `No such payment_intent: '${id}'` })
      return outcomeOf(await act(engine, book, () => authenticate(book, id, complete)))
    },
    pendingDebits: () => engine.ledger.accountIds().flatMap((account) => debitsOf(engine, account)),
    settle: (intent) => end(intent, settle),
    fail: (intent) => end(intent, fail),
  }
}

function waitingAuthentication(engine: Engine, id: string): Authentication | undefined {
  const book = bookHolding(engine, 'payment_intent', id)
  const intent = book?.get('payment_intent', id)
  const account = engine.ledger.shelves(ROOT).account.get(book?.account ?? '')?.object
  if (!book || !account || intent?.status !== 'requires_action') return undefined
  const invoice = invoicePaidBy(book, id)
  return {
    account,
    intent,
    ...(invoice && { invoice: { number: invoice.object.number, token: invoice.token } }),
  }
}

function outcomeOf({ id, status, last_payment_error }: PaymentIntent): PayOutcome {
  if (status === 'requires_action') return { ok: true, status, intent: id }
  if (status === 'processing') return { ok: true, status }
  return last_payment_error ? refused(last_payment_error) : { ok: true, status: 'paid' }
}

function debitsOf(engine: Engine, account: string): PendingDebit[] {
  const book = openBook(engine, account)
  if (!book) return []
  const waiting = [...book.shelves.payment_intent.oldestFirst()].filter(
    ({ status }) => status === 'processing',
  )
  return waiting.map((intent) => {
    const invoice = invoicePaidBy(book, intent.id)?.object
    const method = book.get('payment_method', intent.payment_method ?? '')
    return { account, intent, ...(invoice && { invoice }), ...(method && { method }) }
  })
}
