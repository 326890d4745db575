import { emit } from '../../../events/emit'
import type { TimedWork } from '../../../state/kinds'
import type { Book } from '../../../state/unit-of-work'
import { recalculate } from '../../invoices/amounts/recalculate'
import { seen } from '../../invoices/serialise'
import { upcomingDraft } from './upcoming'

/** Tells what there was to tell ahead, if it is still so. */
export function tell(book: Book, id: string, what: TimedWork) {
  const subscription = book.get('subscription', id)
  if (!subscription || subscription.ended_at !== null) return
  if (what === 'trial_will_end') emit(book, 'customer.subscription.trial_will_end', subscription)
  if (what !== 'invoice_upcoming') return
  const invoice = book.trial((trial) => {
    const draft = upcomingDraft(trial, subscription)
    return draft && seen(trial, recalculate(trial, draft))
  })
  if (invoice) emit(book, 'invoice.upcoming', invoice)
}
