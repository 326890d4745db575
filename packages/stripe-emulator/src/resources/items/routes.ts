import { emit } from '../../events/emit'
import type { UnitOfWork } from '../../state/unit-of-work'
import { operation } from '../../transport/operation'
import { pageOf, paging, range } from '../../transport/pages'
import { bool, text } from '../../transport/params/leaves'
import { TEXTS } from '../../unconfirmed'
import { missing, refuse } from '../../wire/refusal'
import { accountOf } from '../accounts/account-of'
import { fixCurrency } from '../customers/customer'
import { editDraft } from '../invoices/edit'
import type { Invoice } from '../invoices/invoice'
import { requireRoom } from '../invoices/lines/capacity'
import { changeItem, createItem, type Item } from './item'
import { itemIdOf, placeLine, refreshLine, takeOffLine } from './line'
import { itemParams, itemUpdateParams } from './params'

const filters = {
  ...paging,
  created: range,
  customer: text(),
  customer_account: text(),
  invoice: text(),
  pending: bool(),
}
const LOCKED = "Can't delete an invoice item that is attached to an invoice that is no longer editable"

export const itemRoutes = [
  operation('POST', '/v1/invoiceitems', itemParams, ({ unit, params }) => {
    const customer = unit.need('customer', params.customer, 'customer')
    const invoice = params.invoice === undefined ? undefined : draftFor(unit, params.invoice, customer.id)
    const price = params.pricing?.price && unit.get('price', params.pricing.price)?.currency
    const currency = params.currency ?? params.price_data?.currency ?? (price || undefined)
    const place = {
      customer: customer.id,
      currency:
        currency ?? invoice?.currency ?? customer.currency ?? accountOf(unit).default_currency ?? 'usd',
      subscription: params.subscription && unit.need('subscription', params.subscription, 'subscription').id,
    }
    if (invoice && place.currency !== invoice.currency) {
      throw refuse(TEXTS.currencyMismatch(place.currency, invoice.currency), { param: 'currency' })
    }
    fixCurrency(unit, customer, place.currency)
    if (invoice) requireRoom(unit, invoice, 1)
    const item = createItem(unit, params, { ...place, invoice: invoice?.id ?? null })
    emit(unit, 'invoiceitem.created', item)
    if (invoice) {
      editDraft(unit, invoice, () => {
        placeLine(unit, item, invoice.id)
        return invoice
      })
    }
    return item
  }),

  operation('GET', '/v1/invoiceitems', filters, ({ unit, params }) =>
    pageOf(unit, 'invoiceitem', '/v1/invoiceitems', params, (item) => {
      if (params.customer !== undefined && item.customer !== params.customer) return false
      if (params.invoice !== undefined && item.invoice !== params.invoice) return false
      if (params.pending !== undefined && (item.invoice === null) !== params.pending) return false
      return params.created?.(item.date) ?? true
    }),
  ),

  operation('GET', '/v1/invoiceitems/:id', {}, ({ unit, path }) => findItem(unit, path.id)),

  operation('POST', '/v1/invoiceitems/:id', itemUpdateParams, ({ unit, params, path }) => {
    if (unit.get('deleted', path.id)) throw refuse('This invoice item has been deleted.')
    const item = findItem(unit, path.id)
    const invoice = unit.get('invoice', item.invoice ?? '')
    if (!invoice) return changeItem(unit, item, params)
    if (invoice.status !== 'draft') throw refuse("Finalized invoices can't be updated in this way")
    editDraft(unit, invoice, () => {
      const changed = changeItem(unit, item, params)
      const line = lineOf(unit, item)
      if (line) refreshLine(unit, line, changed)
      return invoice
    })
    return findItem(unit, item.id)
  }),

  operation('DELETE', '/v1/invoiceitems/:id', {}, ({ unit, path }) => {
    if (unit.get('deleted', path.id)) throw refuse(LOCKED)
    const item = findItem(unit, path.id)
    const invoice = unit.get('invoice', item.invoice ?? '')
    if (invoice && invoice.status !== 'draft') throw refuse(LOCKED)
    const line = lineOf(unit, item)
    unit.remove('invoiceitem', item.id)
    emit(unit, 'invoiceitem.deleted', item)
    if (invoice && line) {
      editDraft(unit, invoice, () => {
        takeOffLine(unit, line)
        return invoice
      })
    }
    return { id: item.id, object: 'invoiceitem', deleted: true }
  }),
]

function draftFor(unit: UnitOfWork, id: string, customer: string): Invoice {
  const invoice = unit.need('invoice', id, 'invoice')
  if (invoice.customer !== customer) throw missing('invoice', id, 'invoice')
  if (invoice.status === 'draft') return invoice
  throw refuse('Invalid invoice: This invoice is no longer editable', { code: 'invoice_not_editable' })
}

function findItem(unit: UnitOfWork, id: string): Item {
  return unit.target('invoiceitem', { id, param: 'id' })
}

function lineOf(unit: UnitOfWork, item: Item) {
  return unit.collections.line_item.inGroup(item.invoice ?? '').find((line) => itemIdOf(line) === item.id)
}
