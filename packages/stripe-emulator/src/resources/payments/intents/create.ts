import { emit } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { applicationOf, platformUnit } from '../../balance/application-fee'
import { requireConnected } from '../../invoices/terms/routing'
import { confirmIntent } from './confirm'
import { instrumentGiven } from './given'
import { type CreateIntentRequest, createIntentParams } from './params'
import { newIntent, type PaymentIntent } from './payment-intent'
import { withTerms } from './terms'

export const createIntent = operation('POST', '/v1/payment_intents', createIntentParams, (call) => {
  const { unit, params } = call
  const customer =
    params.customer === undefined ? null : unit.need('customer', params.customer, 'customer').id
  const { amount, currency } = params
  const fresh = { ...newIntent({ amount, currency, customer, types: [] }, unit.now), ...fixed(unit, params) }
  const asked = withTerms(unit, fresh, params)
  const instrument = instrumentGiven(unit, params)
  const intent = unit.put('payment_intent', {
    ...asked,
    payment_method: instrument?.method.id ?? null,
    status: instrument ? 'requires_confirmation' : 'requires_payment_method',
  })
  emit(unit, 'payment_intent.created', intent)
  return params.confirm ? confirmIntent(unit, intent, instrument, params) : intent
})

/** What is said of an intent once, when it is made. */
function fixed(unit: UnitOfWork, request: CreateIntentRequest): Partial<PaymentIntent> {
  const { allowed_payment_method_types: allowed, automatic_payment_methods: automatic } = request
  const { confirmation_method = 'automatic', on_behalf_of, transfer_data } = request
  const platform = platformUnit(unit)
  if (on_behalf_of !== undefined) requireConnected(unit, on_behalf_of, 'on_behalf_of')
  if (transfer_data) requireConnected(unit, transfer_data.destination, 'transfer_data[destination]')
  return {
    application: platform ? applicationOf(platform.account) : null,
    automatic_payment_methods:
      automatic || !allowed
        ? { allow_redirects: automatic?.allow_redirects ?? 'always', enabled: automatic?.enabled ?? true }
        : null,
    confirmation_method,
    on_behalf_of: on_behalf_of ?? null,
    transfer_data: transfer_data ? toTransfer(transfer_data) : null,
  }
}

function toTransfer({
  amount,
  description,
  destination,
  metadata,
}: NonNullable<CreateIntentRequest['transfer_data']>): PaymentIntent['transfer_data'] {
  return {
    ...(amount === undefined ? {} : { amount }),
    ...(description === undefined ? {} : { description }),
    destination,
    ...(metadata ? { metadata } : {}),
  }
}
