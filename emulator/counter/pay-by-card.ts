import type { CardEntry, PayOutcome } from '../desk'
import { payWithCard } from '../resources/invoices/pay'
import { newCard } from '../resources/payments/payment-method'
import { isTestCard, resultOf } from '../resources/payments/test-cards'
import { Refusal } from '../transport/refusal'
import type { Opened } from './hosted'

/** Pays as the hosted page does. A number that is no test card's is refused before anything happens. */
export function payByCard({ book, invoice }: Opened, entry: CardEntry): PayOutcome {
  const number = entry.number.replace(/\D/g, '')
  const result = resultOf(number)
  const field = !result.ok && result.field ? { field: result.field } : {}
  if (!result.ok && !isTestCard(number)) {
    return result
  }
  try {
    payWithCard(book, invoice, newCard(book, { ...entry, number }))
    return { ok: true, status: 'paid' }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (!error.effectsStand) book.change.undo()
    const { code = 'invalid_request', decline_code: declineCode, message } = error.body
    return { ok: false, code, ...(declineCode ? { declineCode } : {}), message, ...field }
  }
}
