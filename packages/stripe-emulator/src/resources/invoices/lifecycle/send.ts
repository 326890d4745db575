import { emit } from '../../../events/emit'
import { operation } from '../../../transport/operation'
import { TEXTS } from '../../../unconfirmed'
import { Refusal, refuse } from '../../../wire/refusal'
import { postEmail } from '../../email'
import type { Invoice } from '../invoice'
import { seen } from '../serialise'
import { finalize } from './finalize'

export const sendInvoice = operation('POST', '/v1/invoices/:invoice/send', {}, ({ book, path }) => {
  const invoice = book.target('invoice', path)
  if (invoice.collection_method !== 'send_invoice') throw refuse(TEXTS.notSendable)
  const final = invoice.status === 'draft' ? finalize(book, invoice) : requireSendable(invoice)
  // A draft with nothing due was paid as it was finalized: there is nothing to ask for.
  if (final.status === 'paid' && final.amount_paid === 0) return seen(book, final)
  if (book.occasion.sendRefused) throw cannotSend({ effectsStand: true })
  postEmail(book, final, 'invoice')
  emit(book, 'invoice.sent', seen(book, final))
  return seen(book, final)
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
