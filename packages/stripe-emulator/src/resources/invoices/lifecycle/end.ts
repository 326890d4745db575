import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { TEXTS } from '../../../unconfirmed'
import { refuse } from '../../../wire/refusal'
import { moveBalance } from '../../customers/balance/balance'
import { setDelinquent } from '../../customers/customer'
import { itemIdOf, takeOffLine } from '../../items/line'
import { cancelPayment } from '../../payments/invoice-payments/invoice-payment'
import { changeInvoice } from '../edit'
import type { Invoice } from '../invoice'
import { serialiseInvoice } from '../serialise'

const NOT_OPEN = "You can only pass in open invoices. This invoice isn't open."

type UncollectibleReason = NonNullable<NonNullable<Invoice['status_details']>['uncollectible']>['reason']

function hasPaidPayment(unit: UnitOfWork, { id }: Invoice): boolean {
  return unit.collections.invoice_payment.inGroup(id).some((payment) => payment.status === 'paid')
}

/** Ends an invoice as if it had never been asked for; what it asked stays to be read. */
export function voidInvoice(unit: UnitOfWork, invoice: Invoice, more: Partial<Invoice> = {}): Invoice {
  const voided = changeInvoice(unit, invoice, {
    ...more,
    auto_advance: false,
    next_payment_attempt: null,
    status: 'void',
    status_details: undefined,
    status_transitions: { ...invoice.status_transitions, voided_at: unit.now },
  })
  giveBackBalance(unit, voided)
  emit(unit, 'invoice.voided', serialiseInvoice(unit, voided))
  cancelPayment(unit, voided, 'void_invoice')
  return voided
}

/** Gives up on an invoice; it may still be paid. */
export function markUncollectible(unit: UnitOfWork, invoice: Invoice, reason: UncollectibleReason): Invoice {
  const marked = changeInvoice(unit, invoice, {
    auto_advance: false,
    next_payment_attempt: null,
    status: 'uncollectible',
    status_details: { uncollectible: { reason } },
    status_transitions: { ...invoice.status_transitions, marked_uncollectible_at: unit.now },
  })
  emit(unit, 'invoice.marked_uncollectible', serialiseInvoice(unit, marked))
  setDelinquent(unit, invoice.customer, false)
  return marked
}

/** What the customer's balance paid of an invoice, or took over from it, goes back. */
function giveBackBalance(
  unit: UnitOfWork,
  { id, customer: owner, currency, starting_balance, ending_balance }: Invoice,
) {
  const customer = unit.get('customer', owner ?? '')
  if (!customer || ending_balance === null) return
  const because = { type: 'unapplied_from_invoice', invoice: id, currency } as const
  moveBalance(unit, customer, starting_balance - ending_balance, because)
}

/** The ways an invoice ends without being paid. */
export const endRoutes = [
  operation('POST', '/v1/invoices/:id/void', {}, ({ unit, path }) => {
    const invoice = unit.target('invoice', path)
    if (invoice.status === 'paid' || hasPaidPayment(unit, invoice)) {
      throw refuse('Invoices with `paid` payments cannot be voided.')
    }
    if (invoice.status !== 'open' && invoice.status !== 'uncollectible') throw refuse(NOT_OPEN)
    return serialiseInvoice(unit, voidInvoice(unit, invoice))
  }),

  operation('POST', '/v1/invoices/:id/mark_uncollectible', {}, ({ unit, path }) => {
    const invoice = unit.target('invoice', path)
    if (invoice.status === 'uncollectible') {
      throw refuse('This invoice has already been marked uncollectible.')
    }
    if (invoice.status !== 'open') throw refuse(NOT_OPEN)
    return serialiseInvoice(unit, markUncollectible(unit, invoice, 'user_forgiven'))
  }),

  operation('DELETE', '/v1/invoices/:invoice', {}, ({ unit, path }) => {
    const invoice = unit.target('invoice', path)
    if (invoice.status !== 'draft') throw refuse('You can only delete draft invoices.')
    if (invoice.billing_reason !== 'manual') throw refuse(TEXTS.subscriptionDraft)
    const last = serialiseInvoice(unit, invoice)
    for (const line of unit.collections.line_item.inGroup(invoice.id)) {
      takeOffLine(unit, line)
      const item = itemIdOf(line)
      unit.remove('invoiceitem', item)
      unit.put('deleted', { id: item, object: 'invoiceitem', deleted: true })
    }
    unit.remove('invoice', invoice.id)
    emit(unit, 'invoice.deleted', last)
    return { id: invoice.id, object: 'invoice', deleted: true }
  }),
]
