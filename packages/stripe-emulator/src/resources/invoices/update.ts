import type { UnitOfWork } from '../../state/unit-of-work'
import { operation } from '../../transport/operation'
import { mergeMetadata } from '../../transport/params/shapes'
import { refuse } from '../../wire/refusal'
import { changeInvoice, editDraft } from './edit'
import type { Invoice } from './invoice'
import { EDITABLE_WHEN_OPEN, type InvoiceRequest, invoiceParams, sentNames } from './params'
import { serialiseInvoice } from './serialise'
import { withPaymentSettings } from './terms/payment-settings'
import { routePayment } from './terms/routing'
import { paymentMethod, withTerms } from './terms/terms'

export const updateInvoice = operation(
  'POST',
  '/v1/invoices/:id',
  invoiceParams,
  ({ unit, params, path }) => {
    const invoice = unit.target('invoice', path)
    if (invoice.status === 'draft') {
      routePayment(unit, invoice.id, params)
      return editDraft(unit, invoice, () => withTerms(unit, invoice, params))
    }
    return serialiseInvoice(unit, updateFinalized(unit, invoice, params))
  },
)

function updateFinalized(unit: UnitOfWork, invoice: Invoice, params: InvoiceRequest): Invoice {
  const allowed = invoice.status === 'open' ? EDITABLE_WHEN_OPEN : new Set(['metadata'])
  const param = sentNames(params).find((name) => !allowed.has(name))
  if (param) throw refuse("Finalized invoices can't be updated in this way", { param })
  return changeInvoice(unit, invoice, {
    auto_advance: params.auto_advance ?? invoice.auto_advance,
    default_payment_method: paymentMethod(unit, invoice, params),
    metadata: mergeMetadata(invoice.metadata ?? {}, params.metadata),
    payment_settings: withPaymentSettings(invoice.payment_settings, params.payment_settings),
  })
}
