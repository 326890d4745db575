import type { UnitOfWork } from '../../../state/unit-of-work'
import { givenOnly, mergeMetadata, toShipping } from '../../../transport/params/shapes'
import { TEXTS } from '../../../unconfirmed'
import { badParam, missing, refuse } from '../../../wire/refusal'
import { applyDiscounts } from '../../catalog/coupons/discount'
import { taxRates } from '../../items/item'
import { shippingCost } from '../amounts/shipping-cost'
import type { Invoice } from '../invoice'
import type { InvoiceRequest } from '../params'
import { withAutomaticTax } from './automatic-tax'
import { dueDate } from './due-date'
import { withPaymentSettings } from './payment-settings'
import { requireConnected } from './routing'

const FINALIZES_AFTER_SECONDS = 3601
const CHARGES_AFTER_SECONDS = 3600
const FINALIZES_AT_MOST_SECONDS = 5 * 366 * 86_400

/** Lays what a request gives over a draft. */
export function withTerms(unit: UnitOfWork, invoice: Invoice, request: InvoiceRequest): Invoice {
  const method = request.collection_method ?? invoice.collection_method
  refuseTakenNumber(unit, invoice, request)
  return {
    ...invoice,
    ...plainFields(request),
    ...automation(unit, invoice, request, method),
    ...parties(unit, invoice, request),
    ...priced(unit, invoice, request),
    ...shipped(unit, invoice, request),
    automatic_tax: withAutomaticTax(invoice.automatic_tax, request.automatic_tax),
    collection_method: method,
    default_payment_method: paymentMethod(unit, invoice, request),
    default_source: source(unit, invoice, request),
    due_date: dueDate(unit, invoice, request, method),
    metadata: mergeMetadata(invoice.metadata ?? {}, request.metadata),
    payment_settings: withPaymentSettings(invoice.payment_settings, request.payment_settings),
    rendering: rendering(unit, invoice, request),
  }
}

function plainFields(request: InvoiceRequest): Partial<Invoice> {
  const { custom_fields, description, effective_at, footer, number, statement_descriptor } = request
  return givenOnly({ custom_fields, description, effective_at, footer, number, statement_descriptor })
}

/** Returns when Stripe would act by itself: a draft an hour after its creation, if it advances at all. */
export function automation(
  unit: UnitOfWork,
  invoice: Invoice,
  request: Pick<InvoiceRequest, 'auto_advance' | 'automatically_finalizes_at'>,
  method = invoice.collection_method,
): Partial<Invoice> {
  const asked = request.automatically_finalizes_at
  if (asked !== undefined && (asked <= unit.now || asked > unit.now + FINALIZES_AT_MOST_SECONDS)) {
    throw badParam(TEXTS.finalizesTooLate, { param: 'automatically_finalizes_at' })
  }
  const auto_advance = request.auto_advance ?? (asked ? true : invoice.auto_advance)
  if (!auto_advance) return { auto_advance, automatically_finalizes_at: null, next_payment_attempt: null }
  const usual = invoice.automatically_finalizes_at ?? invoice.created + FINALIZES_AFTER_SECONDS
  const charges = method === 'charge_automatically' ? invoice.created + CHARGES_AFTER_SECONDS : null
  return { auto_advance, automatically_finalizes_at: asked ?? usual, next_payment_attempt: charges }
}

/** Whose invoice it is, and for whom it is made. */
function parties(unit: UnitOfWork, invoice: Invoice, request: InvoiceRequest): Partial<Invoice> {
  const { account_tax_ids, issuer, on_behalf_of } = request
  account_tax_ids?.forEach((id, index) => {
    unit.need('tax_id', id, `account_tax_ids[${index}]`)
  })
  const account = issuer?.account
  if (account !== undefined) requireConnected(unit, account, 'issuer[account]')
  if (on_behalf_of) requireConnected(unit, on_behalf_of, 'on_behalf_of')
  return {
    account_tax_ids: account_tax_ids === undefined ? invoice.account_tax_ids : account_tax_ids,
    issuer: issuer ? { ...(account ? { account } : {}), type: issuer.type } : invoice.issuer,
    on_behalf_of: on_behalf_of === undefined ? invoice.on_behalf_of : on_behalf_of,
  }
}

function priced(unit: UnitOfWork, invoice: Invoice, request: InvoiceRequest): Partial<Invoice> {
  const { default_tax_rates, discounts } = request
  const { id, customer, currency } = invoice
  const target = { customer, invoice: id, invoiceItem: null, currency }
  return givenOnly({
    default_tax_rates:
      default_tax_rates === undefined ? undefined : taxRates(unit, default_tax_rates, 'default_tax_rates'),
    discounts: discounts === undefined ? undefined : applyDiscounts(unit, discounts, target),
  })
}

function shipped(unit: UnitOfWork, invoice: Invoice, request: InvoiceRequest): Partial<Invoice> {
  const { shipping_cost: cost, shipping_details: details } = request
  return {
    ...(cost === undefined ? {} : shippingCost(unit, invoice.currency, cost)),
    ...(details === undefined ? {} : { shipping_details: details && toShipping(details) }),
  }
}

/** The method of payment an invoice names must be one of its customer's. */
export function paymentMethod(
  unit: UnitOfWork,
  invoice: Invoice,
  { default_payment_method: id }: Pick<InvoiceRequest, 'default_payment_method'>,
) {
  if (id === undefined) return invoice.default_payment_method
  if (id === null) return null
  const method = unit.need('payment_method', id, 'default_payment_method')
  if (method.customer === invoice.customer) return method.id
  throw refuse(TEXTS.notTheirMethod(id), { code: 'resource_missing', param: 'default_payment_method' })
}

/** The source an invoice names must be one of its customer's. */
function source(unit: UnitOfWork, invoice: Invoice, { default_source: id }: InvoiceRequest): string | null {
  if (id === undefined) return invoice.default_source
  if (id === null) return null
  if (unit.get('payment_method', id)?.customer === invoice.customer) return id
  throw missing('source', id, 'default_source')
}

/** The latest template is meant when a request names no version. */
function rendering(
  unit: UnitOfWork,
  { rendering: old }: Invoice,
  { rendering: request }: InvoiceRequest,
): Invoice['rendering'] {
  if (!request) return old
  const { template, template_version } = request
  const named = template
    ? unit.need('invoice_rendering_template', template, 'rendering[template]')
    : undefined
  return {
    amount_tax_display:
      request.amount_tax_display === undefined
        ? (old?.amount_tax_display ?? null)
        : request.amount_tax_display,
    pdf: { page_size: request.pdf?.page_size ?? old?.pdf?.page_size ?? 'auto' },
    template: named?.id ?? old?.template ?? null,
    template_version: template_version ?? named?.version ?? old?.template_version ?? null,
  }
}

function refuseTakenNumber(unit: UnitOfWork, invoice: Invoice, { number }: InvoiceRequest) {
  if (!number || number === invoice.number) return
  for (const other of unit.collections.invoice.newestFirst()) {
    if (other.number === number) throw refuse(TEXTS.numberTaken, { param: 'number' })
  }
}
