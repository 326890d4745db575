import { emit, emitUpdate } from '../../events/emit'
import { operation } from '../../transport/operation'
import { pageOf, paging, range } from '../../transport/pages'
import { text } from '../../transport/params/leaves'
import { DISCOUNTS_EMIT_EVENTS, TEXTS } from '../../unconfirmed'
import { missing, Refusal } from '../../wire/refusal'
import { cancelSubscriptionsOf } from '../subscriptions/lifecycle/cancel'
import { balanceRoutes } from './balance/routes'
import { createCustomer } from './create'
import { cashBalance } from './hidden-fields'
import { cashParams } from './params'
import { serialiseCustomer } from './serialise'
import { sourceRoutes } from './sources/routes'
import { taxIdRoutes } from './tax-ids/routes'
import { updateCustomer } from './update'

const filters = { ...paging, created: range, email: text(), test_clock: text() }

export const customerRoutes = [
  createCustomer,

  operation('GET', '/v1/customers', filters, ({ unit, params }) => {
    const { test_clock: clock = null } = params
    if (clock !== null && !unit.get('test_clock', clock)) throw missing('billingclock', clock, 'test_clock')
    const page = pageOf(unit, 'customer', '/v1/customers', params, (customer) => {
      if ((customer.test_clock ?? null) !== clock) return false
      if (params.email !== undefined && customer.email !== params.email) return false
      return params.created?.(customer.created) ?? true
    })
    return { ...page, data: page.data.map(serialiseCustomer) }
  }),

  operation('GET', '/v1/customers/:id', {}, ({ unit, path }) => {
    return unit.get('deleted', path.id) ?? serialiseCustomer(unit.target('customer', path))
  }),

  updateCustomer,

  operation('DELETE', '/v1/customers/:id', {}, ({ unit, path }) => {
    const customer = unit.target('customer', path)
    cancelSubscriptionsOf(unit, customer.id)
    unit.remove('customer', customer.id)
    const pending = unit.collections.invoiceitem.inGroup(customer.id).filter((item) => item.invoice === null)
    for (const item of pending) unit.remove('invoiceitem', item.id)
    for (const taxId of unit.collections.tax_id.inGroup(customer.id)) unit.remove('tax_id', taxId.id)
    emit(unit, 'customer.deleted', serialiseCustomer(customer))
    return unit.put('deleted', { id: customer.id, object: 'customer', deleted: true })
  }),

  operation('DELETE', '/v1/customers/:customer/discount', {}, ({ unit, path }) => {
    const customer = unit.target('customer', path)
    const { discount } = customer
    if (!discount) {
      const message = TEXTS.noDiscount(customer.id)
      throw new Refusal(404, { type: 'invalid_request_error', code: 'resource_missing', message })
    }
    const after = unit.put('customer', { ...customer, discount: null })
    if (DISCOUNTS_EMIT_EVENTS) emit(unit, 'customer.discount.deleted', discount)
    emitUpdate(unit, 'customer.updated', serialiseCustomer(customer), serialiseCustomer(after))
    const { end: _, ...gone } = discount
    return { ...gone, deleted: true }
  }),

  operation('GET', '/v1/customers/:customer/cash_balance', {}, ({ unit, path }) => {
    const { id, cash_balance } = unit.target('customer', path)
    return cash_balance ?? cashBalance(id)
  }),

  operation('POST', '/v1/customers/:customer/cash_balance', cashParams, ({ unit, params, path }) => {
    const customer = unit.target('customer', path)
    const mode = params.settings?.reconciliation_mode
    const cash_balance =
      mode === undefined
        ? (customer.cash_balance ?? cashBalance(customer.id))
        : cashBalance(customer.id, mode)
    unit.put('customer', { ...customer, cash_balance })
    return cash_balance
  }),

  operation('GET', '/v1/customers/:customer/cash_balance_transactions', paging, ({ unit, path }) => {
    const { id } = unit.target('customer', path)
    const url = `/v1/customers/${id}/cash_balance_transactions`
    return { object: 'list', data: [], has_more: false, url }
  }),

  ...balanceRoutes,
  ...sourceRoutes,
  ...taxIdRoutes,
]
