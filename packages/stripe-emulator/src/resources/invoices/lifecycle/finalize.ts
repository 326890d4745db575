import { emit, emitUpdate } from '../../../events/emit'
import type { Book } from '../../../state/unit-of-work'
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
import { fromCustomer, seen } from '../serialise'
import { requireLocation } from '../terms/automatic-tax'
import { watchDueDate } from './overdue'

const OPEN = { status: 'open' } as const
const SETTLED = { status: 'paid', attempted: true, auto_advance: false } as const
const LETTER_COUNTRIES: ReadonlySet<string> = new Set(['US', 'CA', 'MX'])

export const finalizeInvoice = operation(
  'POST',
  '/v1/invoices/:id/finalize',
  { auto_advance: bool() },
  ({ book, params, path }) => {
    const invoice = book.target('invoice', path)
    return seen(book, finalize(book, invoice, params.auto_advance))
  },
)

/** Gives a draft its number, freezes it, and opens its payment; with nothing due it is paid at once. */
export function finalize(book: Book, invoice: Invoice, autoAdvance = invoice.auto_advance): Invoice {
  if (invoice.status !== 'draft') {
    throw refuse("This invoice is already finalized, you can't re-finalize a non-draft invoice.")
  }
  requireLocation(book, invoice)
  const before = seen(book, invoice)
  const customer = book.need('customer', invoice.customer ?? '', 'customer')
  const due = amountsDue(invoice.total, customer.balance, invoice.currency)
  refuseTooLarge(due.amountDueMinor, invoice.currency)
  const paid = due.amountDueMinor === 0
  const frozen: Invoice = {
    ...invoice,
    ...fromCustomer(book, invoice),
    auto_advance: autoAdvance,
    ...(paid ? SETTLED : OPEN),
    amount_due: due.amountDueMinor,
    amount_remaining: due.amountDueMinor,
    automatically_finalizes_at: null,
    last_finalization_error: null,
    effective_at: invoice.effective_at ?? book.now,
    ending_balance: due.endingBalanceMinor,
    next_payment_attempt: paid ? null : nextAttempt(book, invoice, autoAdvance),
    number: invoice.number ?? takeNumber(book, customer),
    rendering: pageSized(invoice),
    status_transitions: {
      ...invoice.status_transitions,
      finalized_at: book.now,
      paid_at: paid ? book.now : null,
    },
  }
  const after = book.put('invoice', frozen)
  if (!paid) openPayment(book, after)
  emitUpdate(book, 'invoice.updated', before, seen(book, after))
  applyBalance(book, after, due)
  emit(book, 'invoice.finalized', seen(book, after))
  if (paid) {
    for (const type of ['invoice.paid', 'invoice.payment_succeeded']) emit(book, type, seen(book, after))
  }
  replaceOriginal(book, after)
  watchDueDate(book, after)
  followInvoice(book, after)
  return after
}

/** What is charged by itself is charged some time after it was finalized by hand. */
function nextAttempt(
  book: Book,
  { collection_method }: Invoice,
  autoAdvance: boolean | undefined,
): number | null {
  const charges = autoAdvance && collection_method === 'charge_automatically'
  return charges ? book.now + FINALIZED_CHARGES_AFTER_SECONDS : null
}

/** Numbers are used up by every finalization, in the order they happen. */
function takeNumber(book: Book, customer: Customer): string {
  const sequence = customer.next_invoice_sequence ?? 1
  book.put('customer', { ...customer, next_invoice_sequence: sequence + 1 })
  return `${customer.invoice_prefix}-${String(sequence).padStart(4, '0')}`
}

function applyBalance(book: Book, invoice: Invoice, due: Due) {
  const customer = book.need('customer', invoice.customer ?? '', 'customer')
  moveBalance(book, customer, due.endingBalanceMinor - customer.balance, {
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
