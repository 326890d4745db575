import { newId } from '../state/ids'
import type { OutboxEmail } from '../state/kinds'
import type { UnitOfWork } from '../state/unit-of-work'
import type { Invoice } from './invoices/invoice'
import { linkToken } from './invoices/link'

/** Puts an e-mail in the outbox. Without an address there is nobody to write to. */
export function postEmail(
  unit: UnitOfWork,
  invoice: Invoice,
  kind: OutboxEmail['kind'],
  about: Pick<OutboxEmail, 'creditNote' | 'reason'> = {},
) {
  if (!invoice.customer_email) return
  const from = invoice.account_name ?? 'us'
  const subject = {
    invoice: `New invoice from ${from} #${invoice.number}`,
    receipt: `Your receipt from ${from} #${invoice.number}`,
    credit_note: `Credit note from ${from} for invoice #${invoice.number}`,
    payment_failed: `Your payment to ${from} was unsuccessful #${invoice.number}`,
    action_required: `Confirm your payment to ${from} #${invoice.number}`,
  }
  unit.put('email', {
    id: newId('email'),
    account: unit.account,
    to: invoice.customer_email,
    subject: subject[kind],
    kind,
    ...about,
    invoice: invoice.id,
    token: linkToken(unit.account, invoice, unit.now),
    created: unit.now,
  })
}
