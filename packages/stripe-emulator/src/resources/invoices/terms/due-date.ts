import type { UnitOfWork } from '../../../state/unit-of-work'
import { TEXTS } from '../../../unconfirmed'
import { badParam, refuse } from '../../../wire/refusal'
import type { Invoice } from '../invoice'
import type { InvoiceRequest } from '../params'

const DAY_SECONDS = 86_400

/** Returns when an invoice is due: given, counted from its creation, or as before. Only what is sent has a due date. */
export function dueDate(
  unit: UnitOfWork,
  invoice: Invoice,
  request: InvoiceRequest,
  method: string,
): number | null {
  const { due_date, days_until_due } = request
  if (due_date !== undefined && days_until_due !== undefined) {
    throw refuse('You may only specify one of these parameters: due_date, days_until_due.', {
      param: 'due_date',
    })
  }
  if (method === 'charge_automatically') {
    if (due_date === undefined && days_until_due === undefined) return null
    throw refuse(
      "You can only specify 'due_date' or 'days_until_due' if invoice collection method is 'send_invoice'.",
    )
  }
  if (due_date !== undefined && due_date <= unit.now) {
    throw badParam(TEXTS.dueDateInPast, { param: 'due_date' })
  }
  const counted = days_until_due === undefined ? undefined : invoice.created + days_until_due * DAY_SECONDS
  const due = due_date ?? counted ?? invoice.due_date
  if (due !== null) return due
  throw refuse(
    "If invoice collection method is 'send_invoice', you must specify 'due_date' or 'days_until_due'.",
  )
}
