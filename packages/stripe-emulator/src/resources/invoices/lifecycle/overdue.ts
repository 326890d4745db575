import type { UnitOfWork } from '../../../state/unit-of-work'
import { setDelinquent } from '../../customers/customer'
import { followInvoice } from '../../subscriptions/lifecycle/follow'
import type { Invoice } from '../invoice'

/** An open invoice that is sent has a day on which it becomes overdue. */
export function scheduleOverdue(unit: UnitOfWork, { id, status, collection_method, due_date }: Invoice) {
  if (status !== 'open' || collection_method !== 'send_invoice' || due_date === null) return
  unit.put('timer', { id: `${id}/overdue`, at: due_date, object: id, what: 'invoice_overdue' })
}

/** The day has come: unpaid, it makes its customer delinquent and its subscription past due. Nothing else happens. */
export function becomeOverdue(unit: UnitOfWork, id: string) {
  const invoice = unit.get('invoice', id)
  if (invoice?.status !== 'open') return
  setDelinquent(unit, invoice.customer, true)
  followInvoice(unit, invoice)
}
