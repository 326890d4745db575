import { currency, integer, oneOf, text } from '../../../transport/params/leaves'
import { hash, metadata, type Read, required, unsettable } from '../../../transport/params/params'
import { address } from '../../../transport/params/shapes'

const amount = hash({ currency: required(currency()), value: required(integer({ min: 0 })) })

const methodDetails = hash({
  billing_details: hash({ address, email: text(), name: text(), phone: text() }),
  custom: hash({ display_name: text(), type: text() }),
  payment_method: text(),
  type: oneOf('custom'),
})

const customerDetails = hash({ customer: text(), email: text(), name: text(), phone: text() })
const shippingDetails = hash({ address, name: text(), phone: text() })

/** How an attempt ended; the time goes with the outcome. */
const ending = {
  canceled: hash({ canceled_at: required(integer()) }),
  failed: hash({ failed_at: required(integer()) }),
  guaranteed: hash({ guaranteed_at: required(integer()) }),
  outcome: oneOf('canceled', 'failed', 'guaranteed'),
}

export const reportParams = {
  ...ending,
  amount_requested: required(amount),
  customer_details: customerDetails,
  customer_presence: oneOf('off_session', 'on_session'),
  description: text(),
  initiated_at: required(integer()),
  metadata,
  payment_method_details: required(methodDetails),
  processor_details: hash({
    custom: hash({ payment_reference: required(text()) }),
    type: required(oneOf('custom')),
  }),
  shipping_details: shippingDetails,
}

export const attemptParams = {
  ...ending,
  description: text(),
  initiated_at: required(integer()),
  metadata,
  payment_method_details: methodDetails,
  shipping_details: shippingDetails,
}

export const informationParams = {
  customer_details: customerDetails,
  description: unsettable(text()),
  metadata,
  shipping_details: unsettable(shippingDetails),
}

export const refundParams = {
  amount,
  initiated_at: integer(),
  metadata,
  outcome: required(oneOf('refunded')),
  processor_details: required(
    hash({
      custom: hash({ refund_reference: required(text()) }),
      type: required(oneOf('custom')),
    }),
  ),
  refunded: hash({ refunded_at: required(integer()) }),
}

export type ReportRequest = Read<typeof reportParams>
export type AttemptRequest = Read<typeof attemptParams>
export type InformationRequest = Partial<Read<typeof informationParams>>
export type RefundRequest = Read<typeof refundParams>
