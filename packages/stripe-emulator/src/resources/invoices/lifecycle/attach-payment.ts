import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { text } from '../../../transport/params/leaves'
import { TEXTS } from '../../../unconfirmed'
import { badParam, refuse } from '../../../wire/refusal'
import { creditPayment } from '../../payments/invoice-payments/credit'
import { availableOf } from '../../payments/invoice-payments/follow'
import {
  type InvoicePayment,
  newPayment,
  paymentsBehind,
} from '../../payments/invoice-payments/invoice-payment'
import type { Invoice } from '../invoice'
import { serialiseInvoice } from '../serialise'

/** A payment that may stand behind an invoice, by intent or from outside. */
interface Candidate {
  payment: InvoicePayment['payment']
  amount: number
  currency: string
  customer: string | null
  isCanceled: boolean
  /** What it brought so far, in minor units; undefined while that is not known. */
  received: number | undefined
}

export const attachPayment = operation(
  'POST',
  '/v1/invoices/:id/attach_payment',
  { payment_intent: text(), payment_record: text() },
  ({ unit, params, path }) => {
    const invoice = unit.target('invoice', path)
    const candidate = candidateOf(unit, params)
    refuseUnfit(unit, invoice, candidate)
    const { payment, amount, received } = candidate
    const attached = unit.put('invoice_payment', newPayment(invoice, payment, amount, unit.now))
    if (received !== undefined) creditPayment(unit, attached, availableOf(unit, attached, received))
    return serialiseInvoice(unit, unit.need('invoice', invoice.id, 'id'))
  },
)

function candidateOf(
  unit: UnitOfWork,
  {
    payment_intent,
    payment_record,
  }: { payment_intent: string | undefined; payment_record: string | undefined },
): Candidate {
  if (payment_intent !== undefined && payment_record !== undefined) {
    throw badParam(BOTH, { param: 'payment_intent' })
  }
  if (payment_intent !== undefined) return byIntent(unit, payment_intent)
  if (payment_record !== undefined) return byRecord(unit, payment_record)
  throw badParam(NEITHER, {})
}

function byIntent(unit: UnitOfWork, id: string): Candidate {
  const { amount, amount_received, currency, customer, status } = unit.need(
    'payment_intent',
    id,
    'payment_intent',
  )
  if (paymentsBehind(unit, id).some((each) => each.is_default)) {
    throw refuse(TEXTS.attachInvoicesOwn, { param: 'payment_intent' })
  }
  return {
    payment: { payment_intent: id, type: 'payment_intent' },
    amount,
    currency,
    customer,
    isCanceled: status === 'canceled',
    received: status === 'succeeded' ? amount_received : undefined,
  }
}

function byRecord(unit: UnitOfWork, id: string): Candidate {
  const record = unit.need('payment_record', id, 'payment_record')
  const { amount, amount_canceled, amount_failed, amount_guaranteed, customer_details } = record
  return {
    payment: { payment_record: id, type: 'payment_record' },
    amount: amount.value,
    currency: amount.currency,
    customer: customer_details?.customer ?? null,
    isCanceled: amount_canceled.value > 0 || amount_failed.value > 0,
    received: amount_guaranteed.value > 0 ? amount_guaranteed.value : undefined,
  }
}

/** The money must be for this customer, in this currency, and for this invoice only once. */
function refuseUnfit(
  unit: UnitOfWork,
  invoice: Invoice,
  { payment, currency, customer, isCanceled }: Candidate,
) {
  if (invoice.status !== 'open') {
    throw refuse("You can only pass in open invoices. This invoice isn't open.")
  }
  const param = payment.type
  const isStranger = customer !== invoice.customer && !(customer === null && param === 'payment_record')
  if (isStranger) throw refuse(TEXTS.attachOtherCustomer, { param })
  if (currency !== invoice.currency) {
    throw refuse(TEXTS.attachOtherCurrency(currency, invoice.currency), { param })
  }
  if (isCanceled) throw refuse(TEXTS.attachCanceled, { param })
  const id = payment.payment_intent ?? payment.payment_record ?? ''
  if (paymentsBehind(unit, id).some((each) => each.invoice === invoice.id)) {
    throw refuse(TEXTS.attachTwice, { param })
  }
}

const BOTH = 'You may only specify one of these parameters: payment_intent, payment_record.'
const NEITHER =
  'One of the following params should be provided for this request: payment_intent or payment_record.'
