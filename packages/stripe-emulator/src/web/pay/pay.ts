import type { Admin, PayOutcome } from '../../admin/admin'
import type { Problems, Typed } from './attempt'
import { checkBank } from './bank'
import { checkCard } from './card'
import type { PayMethod } from './methods'

/** What came of a posted form: problems, or an intent to be confirmed, or neither once the money moves. */
export interface PayResult {
  problems?: Problems
  intent?: string
}

export async function pay(admin: Admin, token: string, method: PayMethod, typed: Typed): Promise<PayResult> {
  if (method === 'card') {
    const checked = checkCard(typed, admin.now())
    return 'problems' in checked ? checked : resultOf(await admin.payByCard(token, checked.card), 'number')
  }
  const checked = checkBank(method, typed)
  if ('problems' in checked) return checked
  const outcome = await admin.payByBank(token, checked.bank)
  return resultOf(outcome, method === 'sepa_debit' ? 'iban' : 'account_number')
}

/** A refusal that blames no field stands at the number. */
function resultOf(outcome: PayOutcome, numberField: keyof Problems): PayResult {
  if (!outcome.ok) return { problems: { [outcome.field ?? numberField]: outcome.message } }
  return outcome.status === 'requires_action' ? { intent: outcome.intent } : {}
}
