import { payWithInstrument } from '../resources/invoices/lifecycle/pay'
import type { BankEntry, CardEntry } from '../resources/payments/methods/entry'
import { type Instrument, newBankAccount, newCard } from '../resources/payments/methods/payment-method'
import { isTestAccount, isTestRouting } from '../resources/payments/numbers/bank-accounts'
import { isTestCard, resultOf } from '../resources/payments/numbers/test-cards'
import type { UnitOfWork } from '../state/unit-of-work'
import { TEXTS } from '../unconfirmed'
import { Refusal } from '../wire/refusal'
import type { PayOutcome } from './admin'
import type { Opened } from './hosted'

type Refused = Extract<PayOutcome, { ok: false }>

/** Pays as the hosted page does. A number that is no test card's is refused before anything happens. */
export function payByCard(opened: Opened, entry: CardEntry): PayOutcome {
  const number = entry.number.replace(/\D/g, '')
  const result = resultOf(number)
  if (!result.ok && !isTestCard(number)) {
    const { code, declineCode, message, field = 'number' } = result
    return { ok: false, code, declineCode, message, field }
  }
  const outcome = pay(opened, (unit) => newCard(unit, { ...entry, number }))
  const field = result.ok ? undefined : result.field
  return outcome.ok || !field ? outcome : { ...outcome, field }
}

/** Pays in the same way from a bank account; nobody's own is taken. */
export function payByBank(opened: Opened, entry: BankEntry): PayOutcome {
  return notTested(entry) ?? pay(opened, (unit) => newBankAccount(unit, entry))
}

function pay({ unit, invoice }: Opened, instrumentIn: (unit: UnitOfWork) => Instrument): PayOutcome {
  try {
    const { status, intent } = payWithInstrument(unit, invoice, instrumentIn(unit))
    return status === 'requires_action' ? { ok: true, status, intent: intent.id } : { ok: true, status }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (!error.effectsStand) unit.change.undo()
    return refused(error.body)
  }
}

export function refused(error: { code?: string; decline_code?: string; message?: string }): Refused {
  const { code = 'invalid_request', decline_code: declineCode, message = '' } = error
  return { ok: false, code, ...(declineCode ? { declineCode } : {}), message }
}

function notTested(entry: BankEntry): Refused | undefined {
  const code = 'test_mode_live_account'
  const message = TEXTS.realAccount
  if (entry.type === 'sepa_debit')
    return isTestAccount(entry.iban) ? undefined : { ok: false, code, message, field: 'iban' }
  if (!isTestRouting(entry.routing_number)) return { ok: false, code, message, field: 'routing_number' }
  return isTestAccount(entry.account_number)
    ? undefined
    : { ok: false, code, message, field: 'account_number' }
}
