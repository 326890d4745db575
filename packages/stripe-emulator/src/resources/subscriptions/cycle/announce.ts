import { emit } from '../../../events/emit'
import type { TimedWork } from '../../../state/kinds'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { recalculate } from '../../invoices/amounts/recalculate'
import { serialiseInvoice } from '../../invoices/serialise'
import { upcomingDraft } from './upcoming'

/** Tells what there was to tell ahead, if it is still so. */
export function announce(unit: UnitOfWork, id: string, what: TimedWork) {
  const subscription = unit.get('subscription', id)
  if (!subscription || subscription.ended_at !== null) return
  if (what === 'trial_will_end') emit(unit, 'customer.subscription.trial_will_end', subscription)
  if (what !== 'invoice_upcoming') return
  const invoice = unit.trial((trial) => {
    const draft = upcomingDraft(trial, subscription)
    return draft && serialiseInvoice(trial, recalculate(trial, draft))
  })
  if (invoice) emit(unit, 'invoice.upcoming', invoice)
}
