import type { Book } from '../../state/book'
import { badParam, refuse } from '../../transport/refusal'
import { givenOnly, mergeMetadata, toShipping } from '../../transport/shapes'
import { TEXTS } from '../../unconfirmed'
import { applyDiscounts } from '../catalog/discount'
import { taxRates } from '../items/item'
import type { Invoice } from './invoice'
import type { InvoiceRequest } from './params'

const DAY_SECONDS = 86_400
const FINALIZES_AFTER_SECONDS = 3601
const CHARGES_AFTER_SECONDS = 3600

/** Lays what a request gives over a draft. */
export function withTerms(book: Book, invoice: Invoice, request: InvoiceRequest): Invoice {
  const method = request.collection_method ?? invoice.collection_method
  const due_date = dueDate(book, invoice, request, method)
  return {
    ...invoice,
    ...plainFields(request),
    ...automation(invoice, request, method),
    collection_method: method,
    due_date,
    ...(request.default_tax_rates === undefined
      ? {}
      : { default_tax_rates: taxRates(book, request.default_tax_rates) }),
    discounts: request.discounts === undefined ? invoice.discounts : discountsOf(book, invoice, request),
    default_payment_method: paymentMethod(book, invoice, request),
    metadata: mergeMetadata(invoice.metadata ?? {}, request.metadata),
    payment_settings: { ...invoice.payment_settings, ...givenOnly(request.payment_settings ?? {}) },
    rendering: rendering(invoice, request),
    shipping_details:
      request.shipping_details === undefined
        ? invoice.shipping_details
        : request.shipping_details && toShipping(request.shipping_details),
  }
}

function plainFields(request: InvoiceRequest): Partial<Invoice> {
  const { custom_fields, description, effective_at, footer, number, statement_descriptor } = request
  return givenOnly({ custom_fields, description, effective_at, footer, number, statement_descriptor })
}

/** When Stripe would act by itself: a draft an hour after its creation, if it advances at all. */
export function automation(
  invoice: Invoice,
  request: Pick<InvoiceRequest, 'auto_advance' | 'automatically_finalizes_at'>,
  method = invoice.collection_method,
): Partial<Invoice> {
  const auto_advance =
    request.auto_advance ?? (request.automatically_finalizes_at ? true : invoice.auto_advance)
  if (!auto_advance || invoice.status !== 'draft') {
    return { auto_advance, automatically_finalizes_at: null, next_payment_attempt: null }
  }
  const usual = invoice.automatically_finalizes_at ?? invoice.created + FINALIZES_AFTER_SECONDS
  const charges = method === 'charge_automatically' ? invoice.created + CHARGES_AFTER_SECONDS : null
  return {
    auto_advance,
    automatically_finalizes_at: request.automatically_finalizes_at ?? usual,
    next_payment_attempt: charges,
  }
}

function dueDate(book: Book, invoice: Invoice, request: InvoiceRequest, method: string): number | null {
  const { due_date, days_until_due } = request
  if (due_date !== undefined && days_until_due !== undefined) {
    throw refuse('You may only specify one of these parameters: due_date, days_until_due.', {
      param: 'due_date',
    })
  }
  if (method === 'charge_automatically') {
    if (due_date === undefined && days_until_due === undefined) return null
    throw refuse(
      "You can only specify 'due_date' or 'days_until_due' if invoice collection method is 'send_invoice'.",
    )
  }
  if (due_date !== undefined && due_date <= book.now)
    throw badParam(TEXTS.dueDateInPast, { param: 'due_date' })
  const counted = days_until_due === undefined ? undefined : invoice.created + days_until_due * DAY_SECONDS
  const due = due_date ?? counted ?? invoice.due_date
  if (due !== null) return due
  throw refuse(
    "If invoice collection method is 'send_invoice', you must specify 'due_date' or 'days_until_due'.",
  )
}

function discountsOf(book: Book, invoice: Invoice, { discounts }: InvoiceRequest): string[] {
  const { id, customer, currency } = invoice
  return applyDiscounts(book, discounts ?? null, { customer, invoice: id, invoiceItem: null, currency })
}

function paymentMethod(book: Book, invoice: Invoice, { default_payment_method: id }: InvoiceRequest) {
  if (id === undefined) return invoice.default_payment_method
  return id && book.need('payment_method', id, 'default_payment_method').id
}

function rendering(
  { rendering: old }: Invoice,
  { rendering: request }: InvoiceRequest,
): Invoice['rendering'] {
  if (!request) return old
  return {
    amount_tax_display: request.amount_tax_display ?? old?.amount_tax_display ?? null,
    pdf: { page_size: request.pdf?.page_size ?? old?.pdf?.page_size ?? 'auto' },
    template: request.template ?? old?.template ?? null,
    template_version: request.template_version ?? old?.template_version ?? null,
  }
}
