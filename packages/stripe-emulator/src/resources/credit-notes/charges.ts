import type { UnitOfWork } from '../../state/unit-of-work'
import type { Invoice } from '../invoices/invoice'
import type { Charge } from '../payments/charges/charge'

/** Returns the charges that paid an invoice, oldest first. */
export function chargesOf(unit: UnitOfWork, invoice: Invoice): Charge[] {
  const payments = unit.collections.invoice_payment.inGroup(invoice.id)
  const charges = payments.flatMap(({ payment: { payment_intent = '', charge = '' } }) =>
    [...unit.collections.charge.inGroup(payment_intent), unit.get('charge', charge) ?? []].flat(),
  )
  return charges.filter((charge) => charge.status === 'succeeded')
}
