import { emit, emitUpdate } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Read } from '../../../transport/params/params'
import { TEXTS } from '../../../unconfirmed'
import { docUrl, Refusal, refuse } from '../../../wire/refusal'
import type { Line } from '../../items/line'
import type { Invoice } from '../invoice'
import type { automaticTax } from '../params'
import { serialiseInvoice } from '../serialise'

type AutomaticTax = Invoice['automatic_tax']

const OFF: AutomaticTax = {
  disabled_reason: null,
  enabled: false,
  liability: null,
  provider: null,
  status: null,
}

/**
 * Lays over an invoice how a request asks for automatic tax. No account here is registered anywhere, so nothing is
 * ever collected.
 */
export function withAutomaticTax(
  old: AutomaticTax,
  given: Read<{ tax: typeof automaticTax }>['tax'],
): AutomaticTax {
  if (!given) return old
  if (!given.enabled) return OFF
  const { type = 'self', account } = given.liability ?? {}
  return { ...OFF, enabled: true, liability: account ? { type, account } : { type }, provider: 'stripe' }
}

/** Automatic tax works out everything itself, so nothing that says otherwise may stand beside it. */
export function refuseBesideAutomaticTax(
  unit: UnitOfWork,
  invoice: Invoice,
  lines: Line[],
  hasRates: boolean,
) {
  const hasAmounts = lines.some((line) => unit.get('line_taxes', line.id))
  if (hasAmounts && (hasRates || invoice.automatic_tax.enabled)) throw refuse(TEXTS.mixedTaxes)
  if (!invoice.automatic_tax.enabled) return
  if (hasRates) throw refuse(TEXTS.ratesBesideAutomaticTax)
  if (lines.some((line) => line.amount < 0)) throw refuse(TEXTS.negativeBesideAutomaticTax)
}

/** An invoice whose taxes cannot be worked out stays a draft, says why, and the call is refused. */
export function requireLocation(unit: UnitOfWork, invoice: Invoice) {
  if (serialiseInvoice(unit, invoice).automatic_tax.status !== 'requires_location_inputs') return
  const error = {
    type: 'invalid_request_error',
    code: 'customer_tax_location_invalid',
    message: TEXTS.locationUnknown,
  } as const
  const refusal = new Refusal(400, error, { effectsStand: true })
  const failed = unit.put('invoice', {
    ...invoice,
    last_finalization_error: { ...error, doc_url: docUrl(error.code) },
  })
  emit(unit, 'invoice.finalization_failed', serialiseInvoice(unit, failed))
  emitUpdate(unit, 'invoice.updated', serialiseInvoice(unit, invoice), serialiseInvoice(unit, failed))
  throw refusal
}
