import { maximumChargeMinor } from '../../money/currency'
import { formatForError } from '../../money/error-amount'
import { refuse } from '../../wire/refusal'

/** Nothing larger than the largest charge can be asked for. The amount is in minor units. */
export function refuseTooLarge(amount: number, currency: string, param?: string) {
  const max = maximumChargeMinor(currency)
  if (amount <= max) return
  const message = `Amount must be no more than ${formatForError(max, currency)}`
  throw refuse(message, { code: 'amount_too_large', ...(param ? { param } : {}) })
}
