import { fallDue } from '../resources/invoices/lifecycle/overdue'
import { runTimer } from '../resources/payments/settle'
import { tell } from '../resources/subscriptions/cycle/announce'
import { runSubscription } from '../resources/subscriptions/lifecycle/run'
import type { Kinds } from '../state/kinds'
import type { Book } from '../state/unit-of-work'
import { advanceInvoice } from './invoice-work'
import type { DueWork } from './scheduled-work'

/** Does what has become due. The book stands at the moment it was due. */
export function doWork(book: Book, { kind, id }: DueWork) {
  if (kind === 'invoice') {
    const invoice = book.get('invoice', id)
    if (invoice) advanceInvoice(book, invoice)
  } else if (kind === 'subscription') {
    const subscription = book.get('subscription', id)
    if (subscription) runSubscription(book, subscription)
  } else {
    const timer = book.get('timer', id)
    book.remove('timer', id)
    if (timer) ring(book, timer)
  }
}

function ring(book: Book, timer: Kinds['timer']) {
  switch (timer.what) {
    case 'invoice_overdue':
      return fallDue(book, timer.object)
    case 'invoice_upcoming':
    case 'trial_will_end':
      return tell(book, timer.object, timer.what)
    default:
      return runTimer(book, timer)
  }
}
