import { emit } from '../../../events/emit'
import { operation } from '../../../transport/operation'
import { TEXTS } from '../../../unconfirmed'
import { Refusal, refuse } from '../../../wire/refusal'
import { postEmail } from '../../email'
import type { Invoice } from '../invoice'
import { serialiseInvoice } from '../serialise'
import { finalize } from './finalize'

export const sendInvoice = operation('POST', '/v1/invoices/:invoice/send', {}, ({ unit, path }) => {
  const invoice = unit.target('invoice', path)
  if (invoice.collection_method !== 'send_invoice') throw refuse(TEXTS.notSendable)
  const final = invoice.status === 'draft' ? finalize(unit, invoice) : requireSendable(invoice)
  // A draft with nothing due was paid as it was finalized: there is nothing to ask for.
  if (final.status === 'paid' && final.amount_paid === 0) return serialiseInvoice(unit, final)
  if (unit.context.sendRefused) throw cannotSend({ effectsStand: true })
  postEmail(unit, final, 'invoice')
  emit(unit, 'invoice.sent', serialiseInvoice(unit, final))
  return serialiseInvoice(unit, final)
})

function requireSendable(invoice: Invoice): Invoice {
  if (invoice.status === 'open') return invoice
  if (invoice.status === 'paid' && invoice.amount_paid > 0) return invoice
  throw cannotSend()
}

/** A draft that was finalized on the way stays finalized. */
function cannotSend({ effectsStand = false } = {}): Refusal {
  const message =
    'This invoice cannot be sent right now. Please contact us via https://support.stripe.com/contact with details, so we can help.'
  return new Refusal(400, { type: 'invalid_request_error', message }, { effectsStand })
}
