import { emit, emitUpdate } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { type Operation, operation } from '../../../transport/operation'
import { pageOf, paging } from '../../../transport/pages'
import { text } from '../../../transport/params/leaves'
import type { Read } from '../../../transport/params/params'
import { givenOnly, mergeMetadata } from '../../../transport/params/shapes'
import { badParam, missing, refuse } from '../../../wire/refusal'
import { changeCustomer } from '../../customers/customer'
import { attach, instrumentById } from '../instrument'
import { createPaymentMethod } from './create'
import { allowRedisplay, givenBilling, updateParams } from './params'
import type { PaymentMethod } from './payment-method'

const filters = { ...paging, allow_redisplay: allowRedisplay, type: text() }
const PATH = '/v1/payment_methods/:payment_method'

export const paymentMethodRoutes: Operation[] = [
  createPaymentMethod,

  operation('GET', '/v1/payment_methods', { ...filters, customer: text() }, ({ unit, params }) => {
    const { customer } = params
    if (customer !== undefined) unit.need('customer', customer, 'customer')
    return pageOf(unit, 'payment_method', '/v1/payment_methods', params, (method) => {
      return customer !== undefined && method.customer === customer && isAsked(method, params)
    })
  }),

  operation(
    'GET',
    PATH,
    {},
    ({ unit, path }) =>
      unit.get('payment_method', path.id) ?? instrumentById(unit, path.id, path.param, 404).method,
  ),

  operation('POST', PATH, updateParams, ({ unit, params, path }) => {
    const before = unit.target('payment_method', path)
    if (before.customer === null) {
      throw refuse('You must save this PaymentMethod to a customer before you can update it.')
    }
    const after = unit.put('payment_method', updated(before, params))
    emitUpdate(unit, 'payment_method.updated', before, after)
    return after
  }),

  operation('POST', `${PATH}/attach`, { customer: text() }, ({ unit, params, path }) => {
    const instrument = instrumentById(unit, path.id, path.param, 404)
    const { customer } = params
    if (customer === undefined) {
      throw badParam('Must provide customer or customer_account.', { code: 'parameter_missing' })
    }
    return attach(unit, instrument, unit.need('customer', customer, 'customer').id)
  }),

  operation('POST', `${PATH}/detach`, {}, ({ unit, path }) => {
    const before = unit.target('payment_method', path)
    if (before.customer === null) throw refuse(NOT_ATTACHED)
    const detached = unit.put('payment_method', { ...before, customer: null })
    unit.remove('instrument', before.id)
    emit(unit, 'payment_method.detached', detached, { customer: before.customer })
    forgetDefault(unit, before)
    return detached
  }),

  operation('GET', '/v1/customers/:id/payment_methods', filters, ({ unit, params, path }) => {
    const { id } = unit.target('customer', path)
    return pageOf(unit, 'payment_method', `/v1/customers/${id}/payment_methods`, params, (method) => {
      return method.customer === id && isAsked(method, params)
    })
  }),

  operation('GET', '/v1/customers/:id/payment_methods/:payment_method', {}, ({ unit, path, child }) => {
    const { id } = unit.target('customer', path)
    const method = unit.target('payment_method', child)
    if (method.customer !== id) throw missing('PaymentMethod', child.id, child.param, 404)
    return method
  }),
]

function isAsked(
  method: PaymentMethod,
  asked: { type: string | undefined; allow_redisplay: string | undefined },
): boolean {
  if (asked.type !== undefined && method.type !== asked.type) return false
  return asked.allow_redisplay === undefined || method.allow_redisplay === asked.allow_redisplay
}

function updated(method: PaymentMethod, request: Read<typeof updateParams>): PaymentMethod {
  const { card, us_bank_account: bank } = request
  const given = givenBilling(request.billing_details)
  const networks = card?.networks?.preferred
  return {
    ...method,
    allow_redisplay: request.allow_redisplay ?? method.allow_redisplay,
    billing_details: { ...method.billing_details, ...given },
    ...(method.card && card
      ? {
          card: {
            ...method.card,
            exp_month: card.exp_month ?? method.card.exp_month,
            exp_year: card.exp_year ?? method.card.exp_year,
            networks:
              networks === undefined
                ? method.card.networks
                : { available: [method.card.brand], preferred: networks },
          },
        }
      : {}),
    ...(method.us_bank_account && bank
      ? { us_bank_account: { ...method.us_bank_account, ...givenOnly(bank) } }
      : {}),
    metadata: mergeMetadata(method.metadata ?? {}, request.metadata),
  }
}

/** A customer's usual means of payment that is gone is no longer usual. */
function forgetDefault(unit: UnitOfWork, method: PaymentMethod) {
  const customer = unit.get('customer', method.customer ?? '')
  if (customer?.invoice_settings.default_payment_method !== method.id) return
  const invoice_settings = { ...customer.invoice_settings, default_payment_method: null }
  changeCustomer(unit, customer, { invoice_settings })
}

const NOT_ATTACHED =
  'The payment method you provided is not attached to a customer so detachment is impossible.'
