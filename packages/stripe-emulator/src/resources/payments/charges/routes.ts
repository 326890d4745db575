import { emitUpdate } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { type Operation, operation } from '../../../transport/operation'
import { pageOf, paging, range } from '../../../transport/pages'
import { integer, oneOf, text } from '../../../transport/params/leaves'
import { hash, metadata, type Read, required, unsettable } from '../../../transport/params/params'
import { mergeMetadata, toAddress } from '../../../transport/params/shapes'
import { badParam, refuse } from '../../../wire/refusal'
import { intentShipping } from '../intents/params'
import type { Charge } from './charge'

const update = {
  customer: text(),
  description: unsettable(text()),
  fraud_details: hash({ user_report: required(unsettable(oneOf('fraudulent', 'safe'))) }),
  metadata,
  receipt_email: unsettable(text()),
  shipping: intentShipping,
  transfer_group: text(),
}

const capture = {
  amount: integer(),
  application_fee: integer(),
  application_fee_amount: integer(),
  receipt_email: text(),
  statement_descriptor: text({ max: 22 }),
  statement_descriptor_suffix: text({ max: 22 }),
  transfer_data: hash({ amount: integer() }),
  transfer_group: text(),
}

export const chargeRoutes: Operation[] = [
  operation(
    'GET',
    '/v1/charges',
    { ...paging, created: range, customer: text(), payment_intent: text(), transfer_group: text() },
    ({ unit, params }) => {
      const { created, customer, payment_intent, transfer_group } = params
      if (customer !== undefined) unit.need('customer', customer, 'customer')
      if (payment_intent !== undefined) unit.need('payment_intent', payment_intent, 'payment_intent')
      return pageOf(unit, 'charge', '/v1/charges', params, (charge) => {
        if (customer !== undefined && charge.customer !== customer) return false
        if (payment_intent !== undefined && charge.payment_intent !== payment_intent) return false
        if (transfer_group !== undefined && charge.transfer_group !== transfer_group) return false
        return created?.(charge.created) ?? true
      })
    },
  ),

  operation('GET', '/v1/charges/:id', {}, ({ unit, path }) => unit.target('charge', path)),

  operation('POST', '/v1/charges/:id', update, ({ unit, params, path }) => {
    const before = unit.target('charge', path)
    const after = unit.put('charge', updated(unit, before, params))
    emitUpdate(unit, 'charge.updated', before, after)
    return after
  }),

  operation('POST', '/v1/charges/:id/capture', capture, ({ unit, path }) => {
    const { captured, id, payment_intent } = unit.target('charge', path)
    if (captured) {
      throw refuse(`Charge ${id} has already been captured.`, { code: 'charge_already_captured' })
    }
    throw refuse(
      `This uncaptured Charge was created by a PaymentIntent (${payment_intent}). You must capture the PaymentIntent instead. For more information, see https://stripe.com/docs/payments/place-a-hold-on-a-payment-method`,
    )
  }),
]

function updated(unit: UnitOfWork, charge: Charge, request: Read<typeof update>): Charge {
  const { customer, description, fraud_details: fraud, receipt_email, shipping } = request
  if (request.transfer_group !== undefined) throw refuse(ofIntent(charge))
  if (customer !== undefined && charge.customer !== null && charge.customer !== customer) {
    throw badParam(CUSTOMER_SET, { param: 'customer' })
  }
  return {
    ...charge,
    customer: customer === undefined ? charge.customer : unit.need('customer', customer, 'customer').id,
    description: description === undefined ? charge.description : description,
    fraud_details: fraud ? reported(fraud.user_report) : charge.fraud_details,
    metadata: mergeMetadata(charge.metadata, request.metadata),
    receipt_email: receipt_email === undefined ? charge.receipt_email : receipt_email,
    shipping: shipping ? toShipping(shipping) : charge.shipping,
  }
}

function reported(report: 'fraudulent' | 'safe' | null): Charge['fraud_details'] {
  return report === null ? {} : { user_report: report }
}

function toShipping(given: NonNullable<Read<typeof update>['shipping']>): Charge['shipping'] {
  const { address, carrier = null, name, phone = null, tracking_number = null } = given
  return { address: toAddress(address), carrier, name, phone, tracking_number }
}

function ofIntent({ payment_intent }: Charge): string {
  return `This Charge was created by a PaymentIntent (${payment_intent}). You must update the \`transfer_group\` on the PaymentIntent instead of updating the Charge directly.`
}

const CUSTOMER_SET = 'You cannot change the customer of a charge that already has one.'
