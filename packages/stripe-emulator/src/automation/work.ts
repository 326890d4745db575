import { becomeOverdue } from '../resources/invoices/lifecycle/overdue'
import { runTimer } from '../resources/payments/settle'
import { announce } from '../resources/subscriptions/cycle/announce'
import { runSubscription } from '../resources/subscriptions/lifecycle/run'
import type { Kinds } from '../state/kinds'
import type { UnitOfWork } from '../state/unit-of-work'
import { advanceInvoice } from './invoice-work'
import type { ScheduledWork } from './scheduled-work'

/** Does what has become due. The unit of work stands at the moment it was due. */
export function doWork(unit: UnitOfWork, { kind, id }: ScheduledWork) {
  if (kind === 'invoice') {
    const invoice = unit.get('invoice', id)
    if (invoice) advanceInvoice(unit, invoice)
  } else if (kind === 'subscription') {
    const subscription = unit.get('subscription', id)
    if (subscription) runSubscription(unit, subscription)
  } else {
    const timer = unit.get('timer', id)
    unit.remove('timer', id)
    if (timer) runDueTimer(unit, timer)
  }
}

function runDueTimer(unit: UnitOfWork, timer: Kinds['timer']) {
  switch (timer.what) {
    case 'invoice_overdue':
      return becomeOverdue(unit, timer.object)
    case 'invoice_upcoming':
    case 'trial_will_end':
      return announce(unit, timer.object, timer.what)
    default:
      return runTimer(unit, timer)
  }
}
