import { authenticate } from '../resources/payments/authenticate'
import type { PaymentIntent } from '../resources/payments/intents/payment-intent'
import { fail, settle } from '../resources/payments/settle'
import { ROOT } from '../state/database'
import type { Runtime } from '../state/runtime'
import type { Admin, Authentication, PayOutcome, PendingDebit } from './admin'
import { invoicePaidBy } from './documents'
import { refused } from './pay'
import { openAccount, openAccountOf, runAndCommit } from './units'

/** Returns the decisions a bank would make by itself: who a customer is, and whether a debit arrives. */
export function banks(
  runtime: Runtime,
): Pick<Admin, 'authentication' | 'authenticate' | 'pendingDebits' | 'settle' | 'fail'> {
  const end = async (intent: string, how: typeof settle) => {
    const unit = openAccountOf(runtime, 'payment_intent', intent)
    if (unit) await runAndCommit(runtime, unit, () => how(unit, intent))
  }
  return {
    authentication: (id) => waitingAuthentication(runtime, id),
    authenticate: async (id, complete) => {
      const unit = openAccountOf(runtime, 'payment_intent', id)
      if (!unit) return refused({ code: 'resource_missing', message: `No such payment_intent: '${id}'` })
      return outcomeOf(await runAndCommit(runtime, unit, () => authenticate(unit, id, complete)))
    },
    pendingDebits: () => runtime.database.accountIds().flatMap((account) => debitsOf(runtime, account)),
    settle: (intent) => end(intent, settle),
    fail: (intent) => end(intent, fail),
  }
}

function waitingAuthentication(runtime: Runtime, id: string): Authentication | undefined {
  const unit = openAccountOf(runtime, 'payment_intent', id)
  const intent = unit?.get('payment_intent', id)
  const account = runtime.database.collections(ROOT).account.get(unit?.account ?? '')?.object
  if (!unit || !account || intent?.status !== 'requires_action') return undefined
  const invoice = invoicePaidBy(unit, id)
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

function debitsOf(runtime: Runtime, account: string): PendingDebit[] {
  const unit = openAccount(runtime, account)
  if (!unit) return []
  const waiting = [...unit.collections.payment_intent.oldestFirst()].filter(
    ({ status }) => status === 'processing',
  )
  return waiting.map((intent) => {
    const invoice = invoicePaidBy(unit, intent.id)?.object
    const method = unit.get('payment_method', intent.payment_method ?? '')
    return { account, intent, ...(invoice && { invoice }), ...(method && { method }) }
  })
}
