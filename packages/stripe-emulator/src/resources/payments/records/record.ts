import type Stripe from 'stripe'
import { newId } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { mergeMetadata, toAddress } from '../../../transport/params/shapes'
import { TEXTS } from '../../../unconfirmed'
import { refuse } from '../../../wire/refusal'
import type { Wire } from '../../../wire/wire'
import { applicationOf, platformUnit } from '../../balance/application-fee'
import type { AttemptRequest, InformationRequest, ReportRequest } from './params'

export type PaymentRecord = Wire<Stripe.PaymentRecord>
export type Outcome = 'canceled' | 'failed' | 'guaranteed'
type MethodDetails = NonNullable<PaymentRecord['payment_method_details']>

/** Makes a payment that was made outside Stripe, as it is first reported. */
export function newRecord(unit: UnitOfWork, request: ReportRequest): PaymentRecord {
  const { currency, value } = request.amount_requested
  const none = { currency, value: 0 }
  const platform = platformUnit(unit)
  return {
    id: newId('pr'),
    object: 'payment_record',
    amount: { currency, value },
    amount_authorized: none,
    amount_canceled: none,
    amount_failed: none,
    amount_guaranteed: none,
    amount_refunded: none,
    amount_requested: { currency, value },
    application: platform ? applicationOf(platform.account) : null,
    created: unit.now,
    customer_details: null,
    customer_presence: request.customer_presence ?? null,
    description: request.description ?? null,
    latest_payment_attempt_record: newId('par'),
    livemode: false,
    metadata: mergeMetadata({}, request.metadata),
    payment_method_details: toMethodDetails(request.payment_method_details),
    processor_details: {
      custom: { payment_reference: request.processor_details?.custom?.payment_reference ?? null },
      type: 'custom',
    },
    reported_by: 'self',
    shipping_details: null,
  }
}

/** The latest attempt ends, one way or another. */
export function ended(record: PaymentRecord, outcome: Outcome | undefined): PaymentRecord {
  if (outcome === undefined) return record
  if (isEnded(record)) throw refuse(TEXTS.recordEnded)
  const all = record.amount_requested
  if (outcome === 'canceled') return { ...record, amount_canceled: all }
  if (outcome === 'failed') return { ...record, amount_failed: all }
  return { ...record, amount_authorized: all, amount_guaranteed: all }
}

/** Adds another try, once every other one is over and brought nothing. */
export function triedAgain(record: PaymentRecord, request: AttemptRequest): PaymentRecord {
  const { amount_canceled, amount_failed } = record
  if (amount_canceled.value + amount_failed.value === 0) throw refuse(TEXTS.recordUnderWay)
  const none = { currency: record.amount.currency, value: 0 }
  const { description, payment_method_details: details } = request
  return {
    ...record,
    amount_canceled: none,
    amount_failed: none,
    description: description ?? record.description,
    latest_payment_attempt_record: newId('par'),
    payment_method_details: details ? toMethodDetails(details) : record.payment_method_details,
  }
}

/** Notes who paid, and where to send what they paid for. */
export function informed(
  unit: UnitOfWork,
  record: PaymentRecord,
  request: InformationRequest,
): PaymentRecord {
  const { customer_details: who, description, shipping_details: shipping } = request
  if (who?.customer !== undefined) unit.need('customer', who.customer, 'customer_details[customer]')
  const old = record.customer_details
  return {
    ...record,
    customer_details: who
      ? {
          customer: who.customer ?? old?.customer ?? null,
          email: who.email ?? old?.email ?? null,
          name: who.name ?? old?.name ?? null,
          phone: who.phone ?? old?.phone ?? null,
        }
      : old,
    description: description === undefined ? record.description : description,
    metadata: mergeMetadata(record.metadata, request.metadata),
    shipping_details:
      shipping === undefined
        ? record.shipping_details
        : shipping && {
            address: toAddress(shipping.address ?? NOWHERE),
            name: shipping.name ?? null,
            phone: shipping.phone ?? null,
          },
  }
}

function isEnded({ amount_canceled, amount_failed, amount_guaranteed }: PaymentRecord): boolean {
  return amount_canceled.value + amount_failed.value + amount_guaranteed.value > 0
}

function toMethodDetails(given: NonNullable<AttemptRequest['payment_method_details']>): MethodDetails {
  const { billing_details: billing, custom, payment_method = null } = given
  return {
    billing_details: billing
      ? {
          address: toAddress(billing.address ?? NOWHERE),
          email: billing.email ?? null,
          name: billing.name ?? null,
          phone: billing.phone ?? null,
        }
      : null,
    ...(custom ? { custom: { display_name: custom.display_name ?? '', type: custom.type ?? null } } : {}),
    payment_method,
    type: given.type ?? 'custom',
  }
}

const NOWHERE = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
}
