import { emit, emitUpdate } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { bool } from '../../../transport/params/leaves'
import { FINALIZED_CHARGES_AFTER_SECONDS } from '../../../unconfirmed'
import { refuse } from '../../../wire/refusal'
import { moveBalance } from '../../customers/balance/balance'
import type { Customer } from '../../customers/customer'
import { openPayment } from '../../payments/invoice-payments/invoice-payment'
import { refuseTooLarge } from '../../payments/too-large'
import { followInvoice } from '../../subscriptions/lifecycle/follow'
import { amountsDue, type Due } from '../amounts/amounts-due'
import type { Invoice } from '../invoice'
import { replaceOriginal } from '../revision'
import { fromCustomer, serialiseInvoice } from '../serialise'
import { requireLocation } from '../terms/automatic-tax'
import { scheduleOverdue } from './overdue'

const OPEN = { status: 'open' } as const
const SETTLED = { status: 'paid', attempted: true, auto_advance: false } as const
const LETTER_COUNTRIES: ReadonlySet<string> = new Set(['US', 'CA', 'MX'])

export const finalizeInvoice = operation(
  'POST',
  '/v1/invoices/:id/finalize',
  { auto_advance: bool() },
  ({ unit, params, path }) => {
    const invoice = unit.target('invoice', path)
    return serialiseInvoice(unit, finalize(unit, invoice, params.auto_advance))
  },
)

/** Gives a draft its number, freezes it, and opens its payment; with nothing due it is paid at once. */
export function finalize(unit: UnitOfWork, invoice: Invoice, autoAdvance = invoice.auto_advance): Invoice {
  if (invoice.status !== 'draft') {
    throw refuse("This invoice is already finalized, you can't re-finalize a non-draft invoice.")
  }
  requireLocation(unit, invoice)
  const before = serialiseInvoice(unit, invoice)
  const customer = unit.need('customer', invoice.customer ?? '', 'customer')
  const due = amountsDue(invoice.total, customer.balance, invoice.currency)
  refuseTooLarge(due.amountDueMinor, invoice.currency)
  const paid = due.amountDueMinor === 0
  const frozen: Invoice = {
    ...invoice,
    ...fromCustomer(unit, invoice),
    auto_advance: autoAdvance,
    ...(paid ? SETTLED : OPEN),
    amount_due: due.amountDueMinor,
    amount_remaining: due.amountDueMinor,
    automatically_finalizes_at: null,
    last_finalization_error: null,
    effective_at: invoice.effective_at ?? unit.now,
    ending_balance: due.endingBalanceMinor,
    next_payment_attempt: paid ? null : nextAttempt(unit, invoice, autoAdvance),
    number: invoice.number ?? takeNumber(unit, customer),
    rendering: pageSized(invoice),
    status_transitions: {
      ...invoice.status_transitions,
      finalized_at: unit.now,
      paid_at: paid ? unit.now : null,
    },
  }
  const after = unit.put('invoice', frozen)
  if (!paid) openPayment(unit, after)
  emitUpdate(unit, 'invoice.updated', before, serialiseInvoice(unit, after))
  applyBalance(unit, after, due)
  emit(unit, 'invoice.finalized', serialiseInvoice(unit, after))
  if (paid) {
    for (const type of ['invoice.paid', 'invoice.payment_succeeded'])
      emit(unit, type, serialiseInvoice(unit, after))
  }
  replaceOriginal(unit, after)
  scheduleOverdue(unit, after)
  followInvoice(unit, after)
  return after
}

/** What is charged by itself is charged some time after it was finalized by hand. */
function nextAttempt(
  unit: UnitOfWork,
  { collection_method }: Invoice,
  autoAdvance: boolean | undefined,
): number | null {
  const charges = autoAdvance && collection_method === 'charge_automatically'
  return charges ? unit.now + FINALIZED_CHARGES_AFTER_SECONDS : null
}

/** Numbers are used up by every finalization, in the order they happen. */
function takeNumber(unit: UnitOfWork, customer: Customer): string {
  const sequence = customer.next_invoice_sequence ?? 1
  unit.put('customer', { ...customer, next_invoice_sequence: sequence + 1 })
  return `${customer.invoice_prefix}-${String(sequence).padStart(4, '0')}`
}

function applyBalance(unit: UnitOfWork, invoice: Invoice, due: Due) {
  const customer = unit.need('customer', invoice.customer ?? '', 'customer')
  moveBalance(unit, customer, due.endingBalanceMinor - customer.balance, {
    type: due.tooSmall ? 'invoice_too_small' : 'applied_to_invoice',
    invoice: invoice.id,
    currency: invoice.currency,
  })
}

function pageSized(invoice: Invoice): Invoice['rendering'] {
  const { rendering } = invoice
  if (rendering?.pdf?.page_size !== 'auto') return rendering
  const page_size = LETTER_COUNTRIES.has(invoice.account_country ?? '') ? 'letter' : 'a4'
  return { ...rendering, pdf: { page_size } }
}
