import { emit } from '../../../events/emit'
import type { Book } from '../../../state/unit-of-work'
import { operation } from '../../../transport/operation'
import { applicationOf, platformBook } from '../../balance/application-fee'
import { requireConnected } from '../../invoices/terms/routing'
import { confirmIntent } from './confirm'
import { instrumentGiven } from './given'
import { type CreateIntentRequest, createIntentParams } from './params'
import { newIntent, type PaymentIntent } from './payment-intent'
import { withTerms } from './terms'

export const createIntent = operation('POST', '/v1/payment_intents', createIntentParams, (call) => {
  const { book, params } = call
  const customer =
    params.customer === undefined ? null : book.need('customer', params.customer, 'customer').id
  const { amount, currency } = params
  const fresh = { ...newIntent({ amount, currency, customer, types: [] }, book.now), ...fixed(book, params) }
  const asked = withTerms(book, fresh, params)
  const instrument = instrumentGiven(book, params)
  const intent = book.put('payment_intent', {
    ...asked,
    payment_method: instrument?.method.id ?? null,
    status: instrument ? 'requires_confirmation' : 'requires_payment_method',
  })
  emit(book, 'payment_intent.created', intent)
  return params.confirm ? confirmIntent(book, intent, instrument, params) : intent
})

/** What is said of an intent once, when it is made. */
function fixed(book: Book, request: CreateIntentRequest): Partial<PaymentIntent> {
  const { allowed_payment_method_types: allowed, automatic_payment_methods: automatic } = request
  const { confirmation_method = 'automatic', on_behalf_of, transfer_data } = request
  const platform = platformBook(book)
  if (on_behalf_of !== undefined) requireConnected(book, on_behalf_of, 'on_behalf_of')
  if (transfer_data) requireConnected(book, transfer_data.destination, 'transfer_data[destination]')
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
