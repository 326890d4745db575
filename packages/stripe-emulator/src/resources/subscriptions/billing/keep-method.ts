import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Invoice } from '../../invoices/invoice'
import type { Subscription } from '../subscription'

/** Returns what a subscription is paid with from now on: what paid it last, if that is to be kept. */
export function methodToKeep(
  unit: UnitOfWork,
  subscription: Subscription,
  { id, status }: Invoice,
): string | null {
  const { customer, default_payment_method: usual, payment_settings } = subscription
  if (status !== 'paid' || payment_settings?.save_default_payment_method !== 'on_subscription') return usual
  const intents = unit.collections.invoice_payment
    .inGroup(id)
    .flatMap(({ payment }) => unit.get('payment_intent', payment.payment_intent ?? '') ?? [])
  const paidBy = intents.find((intent) => intent.status === 'succeeded')?.payment_method ?? ''
  const method = unit.get('payment_method', paidBy)
  return method?.customer === customer ? method.id : usual
}
