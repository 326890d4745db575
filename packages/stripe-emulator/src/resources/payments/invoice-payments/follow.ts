import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { setDelinquent } from '../../customers/customer'
import { postEmail } from '../../email'
import { changeInvoice } from '../../invoices/edit'
import type { Invoice } from '../../invoices/invoice'
import { serialiseInvoice } from '../../invoices/serialise'
import { stopAfterRetries } from '../../subscriptions/lifecycle/after-retries'
import type { Attempt } from '../intents/attempt/outcome'
import { creditPayment } from './credit'
import { type InvoicePayment, paymentsBehind } from './invoice-payment'
import { isCharged, nextAttempt } from './retries'

export interface Initiative {
  /** Stripe made the attempt by itself. */
  isAutomatic?: boolean
  /** The bank took its time to answer; the attempt was counted when it was made. */
  isLate?: boolean
}

/** Applies what has become of an intent to every invoice that waits for it. */
export function settleInvoicesOf(unit: UnitOfWork, attempt: Attempt, initiative: Initiative = {}) {
  for (const payment of paymentsBehind(unit, attempt.intent.id)) {
    if (payment.status === 'open') settleInvoice(unit, payment, attempt, initiative)
  }
}

function settleInvoice(unit: UnitOfWork, payment: InvoicePayment, attempt: Attempt, initiative: Initiative) {
  const invoice = unit.need('invoice', payment.invoice, 'invoice')
  switch (attempt.is) {
    case 'succeeded':
      creditPayment(
        unit,
        payment,
        availableOf(unit, payment, attempt.intent.amount_received),
        counted(invoice, payment, initiative),
      )
      break
    case 'processing':
      if (payment.is_default) waitForBank(unit, invoice, counted(invoice, payment, initiative), initiative)
      break
    case 'requires_action':
      if (payment.is_default) actionRequired(unit, invoice)
      break
    case 'failed':
      if (payment.is_default)
        failed(unit, invoice, counted(invoice, payment, initiative), attempt, initiative)
      break
  }
}

/** Returns what a payment brought, in minor units, and no other invoice has had of it yet. */
export function availableOf(unit: UnitOfWork, { id, payment }: InvoicePayment, received: number): number {
  const behind = payment.payment_intent ?? payment.payment_record ?? ''
  const others = paymentsBehind(unit, behind).filter((each) => each.id !== id)
  return received - others.reduce((sum, each) => sum + (each.amount_paid ?? 0), 0)
}

/** The first attempt of any kind counts; after it only those count that Stripe makes by itself. */
function counted(invoice: Invoice, payment: InvoicePayment, { isAutomatic }: Initiative): Partial<Invoice> {
  if (!payment.is_default) return {}
  const { attempt_count: count } = invoice
  return { attempted: true, attempt_count: isAutomatic ? count + 1 : Math.max(1, count) }
}

/** What Stripe asked for by itself is not asked for again while it is on its way. */
function waitForBank(
  unit: UnitOfWork,
  invoice: Invoice,
  changes: Partial<Invoice>,
  { isAutomatic }: Initiative,
) {
  changeInvoice(unit, invoice, { ...changes, ...(isAutomatic ? { next_payment_attempt: null } : {}) })
}

/** Nobody was charged, so the attempt is not counted. */
function actionRequired(unit: UnitOfWork, invoice: Invoice) {
  emit(unit, 'invoice.payment_action_required', serialiseInvoice(unit, { ...invoice, attempted: true }))
  const asked = changeInvoice(unit, invoice, { attempted: true })
  postEmail(unit, asked, 'action_required')
}

function failed(
  unit: UnitOfWork,
  invoice: Invoice,
  changes: Partial<Invoice>,
  { intent }: Attempt,
  initiative: Initiative,
) {
  const tried = { ...invoice, ...changes }
  const isOurs = isOwn(tried, initiative)
  const next = isOurs ? nextAttempt(tried, unit.now) : invoice.next_payment_attempt
  const after = changeInvoice(unit, invoice, { ...changes, next_payment_attempt: next })
  emit(unit, 'invoice.payment_failed', serialiseInvoice(unit, after))
  if (!isOurs) return
  setDelinquent(unit, after.customer, true)
  const reason = intent.last_payment_error?.message
  postEmail(unit, after, 'payment_failed', reason === undefined ? {} : { reason })
  if (initiative.isLate) stopAfterRetries(unit, after)
}

/** Whether it was for Stripe to charge: while a debit is on its way, no other attempt is planned. */
function isOwn(invoice: Invoice, { isAutomatic, isLate }: Initiative): boolean {
  if (isAutomatic) return true
  return isLate === true && invoice.next_payment_attempt === null && isCharged(invoice)
}
