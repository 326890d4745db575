import type { UnitOfWork } from '../../../state/unit-of-work'

/** Returns whether the money is on its way, as with a bank debit: neither paid nor failed yet. */
export function isUnderWay(unit: UnitOfWork, invoice: string): boolean {
  return unit.collections.invoice_payment
    .inGroup(invoice)
    .filter((payment) => payment.status === 'open')
    .some(({ payment }) => unit.get('payment_intent', payment.payment_intent ?? '')?.status === 'processing')
}
