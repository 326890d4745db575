import { unitAtTimeOf } from '../../../state/clock'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { bool, text } from '../../../transport/params/leaves'
import { unsettable, unused } from '../../../transport/params/params'
import { OUT_OF_BAND_CANCELS_PAYMENT_INTENT } from '../../../unconfirmed'
import { Refusal, refuse } from '../../../wire/refusal'
import { instrumentOfCustomer } from '../../payments/instrument'
import type { Attempt } from '../../payments/intents/attempt/outcome'
import type { PaymentIntent } from '../../payments/intents/payment-intent'
import { collect, usualMethod } from '../../payments/invoice-payments/collect'
import { markPaid } from '../../payments/invoice-payments/credit'
import { cancelPayment } from '../../payments/invoice-payments/invoice-payment'
import type { Instrument } from '../../payments/methods/payment-method'
import type { Invoice } from '../invoice'
import { serialiseInvoice } from '../serialise'
import { finalize } from './finalize'

const params = {
  forgive: unused(bool()),
  mandate: unused(unsettable(text())),
  off_session: bool(),
  paid_out_of_band: bool(),
  payment_method: text(),
  source: text(),
}

export const payInvoice = operation('POST', '/v1/invoices/:id/pay', params, ({ unit, params, path }) => {
  const final = finalized(unit, requirePayable(unit.target('invoice', path)))
  if (final.status === 'paid') return serialiseInvoice(unit, final)
  if (params.paid_out_of_band) return serialiseInvoice(unit, payOutOfBand(unit, final))
  const offSession = params.off_session ?? true
  const instrument = instrumentFor(unit, final, params)
  const attempt = collect(unit, final, instrument, { offSession })
  if (attempt.is === 'requires_action') throw actionRequired(attempt.intent)
  return serialiseInvoice(unit, unit.need('invoice', final.id, 'id'))
})

export interface HostedPayment {
  status: 'paid' | 'processing' | 'requires_action'
  intent: PaymentIntent
}

/** Pays as the hosted page does, with a card or a bank account. A decline is refused, and leaves its traces. */
export function payWithInstrument(unit: UnitOfWork, invoice: Invoice, instrument: Instrument): HostedPayment {
  const timed = unitAtTimeOf(unit, invoice.id)
  const { hosted_invoice_url: returnUrl } = serialiseInvoice(timed, requirePayable(invoice))
  const attempt = collect(timed, invoice, instrument, { offSession: false, returnUrl })
  return { status: statusOf(attempt), intent: attempt.intent }
}

function statusOf({ is }: Attempt): HostedPayment['status'] {
  return is === 'processing' || is === 'requires_action' ? is : 'paid'
}

function requirePayable(invoice: Invoice): Invoice {
  if (invoice.status === 'paid') throw refuse('Invoice is already paid')
  if (invoice.status === 'void') throw refuse("You can only pass in open invoices. This invoice isn't open.")
  return invoice
}

function finalized(unit: UnitOfWork, invoice: Invoice): Invoice {
  return invoice.status === 'draft' ? finalize(unit, invoice) : invoice
}

function payOutOfBand(unit: UnitOfWork, invoice: Invoice): Invoice {
  const paid = markPaid(unit, invoice, invoice.amount_remaining)
  if (OUT_OF_BAND_CANCELS_PAYMENT_INTENT) cancelPayment(unit, paid, 'automatic')
  return paid
}

function instrumentFor(
  unit: UnitOfWork,
  invoice: Invoice,
  { payment_method, source }: { payment_method: string | undefined; source: string | undefined },
): Instrument {
  if (payment_method !== undefined) return own(unit, invoice, payment_method, 'payment_method')
  if (source !== undefined) return own(unit, invoice, source, 'source')
  const usual = usualMethod(unit, invoice)
  if (usual) return own(unit, invoice, usual, 'payment_method')
  throw refuse(
    'There is no `default_payment_method` set on this Customer or Invoice. Please set a `default_payment_method`.',
  )
}

function own(unit: UnitOfWork, invoice: Invoice, id: string, param: string): Instrument {
  return instrumentOfCustomer(unit, id, invoice.customer, param)
}

/** The bank wants to hear from its customer, who is said to be there. */
function actionRequired(intent: PaymentIntent): Refusal {
  const message =
    'This payment requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with the invoice. For more details see: https://stripe.com/docs/billing/subscriptions/overview#requires-action'
  const code = 'invoice_payment_intent_requires_action'
  return new Refusal(
    402,
    { type: 'card_error', code, message, payment_intent: intent },
    { effectsStand: true },
  )
}
