import type { CardEntry } from '../../resources/payments/methods/entry'
import { passesLuhn } from '../../wire/luhn'
import type { Problems, Typed } from './attempt'

type TypedCard = Pick<Typed, 'number' | 'expiry' | 'cvc' | 'name'>

const AMEX = /^3[47]/

/** Checks what Stripe's own form checks before it asks the bank. `now` is in Unix seconds. */
export function checkCard(typed: TypedCard, now: number): { card: CardEntry } | { problems: Problems } {
  const number = typed.number.replace(/[\s-]/g, '')
  const expiry = parseExpiry(typed.expiry)
  const cvc = typed.cvc.trim()

  const problems: Problems = {}
  const wrongNumber = numberProblem(number)
  const wrongExpiry = expiry ? expiryProblem(expiry, now) : 'Your card’s expiration date is incomplete.'
  const wrongCvc = cvcProblem(cvc, number)
  if (wrongNumber) problems.number = wrongNumber
  if (wrongExpiry) problems.expiry = wrongExpiry
  if (wrongCvc) problems.cvc = wrongCvc

  if (!expiry || Object.keys(problems).length > 0) return { problems }
  const name = typed.name.trim()
  return { card: { number, expMonth: expiry.month, expYear: expiry.year, cvc, ...(name && { name }) } }
}

function numberProblem(number: string): string | undefined {
  if (!/^\d{12,19}$/.test(number)) return 'Your card number is incomplete.'
  if (!passesLuhn(number)) return 'Your card number is incorrect.'
}

function expiryProblem(expiry: { month: number; year: number }, now: number): string | undefined {
  if (expiry.month < 1 || expiry.month > 12) return 'Your card’s expiration month is invalid.'
  const today = new Date(now * 1000)
  const lastMonth = expiry.year * 12 + expiry.month - 1
  const thisMonth = today.getUTCFullYear() * 12 + today.getUTCMonth()
  if (lastMonth < thisMonth) return 'Your card’s expiration date is in the past.'
  if (expiry.year > today.getUTCFullYear() + 50) return 'Your card’s expiration year is invalid.'
}

function cvcProblem(cvc: string, number: string): string | undefined {
  const length = AMEX.test(number) ? 4 : 3
  if (!/^\d+$/.test(cvc) || cvc.length !== length) return `Your card’s security code has ${length} digits.`
}

function parseExpiry(typed: string): { month: number; year: number } | undefined {
  const [, month, year] = /^(\d{1,2})\s*[/\-. ]?\s*(\d{2}|\d{4})$/.exec(typed.trim()) ?? []
  if (!month || !year) return undefined
  return { month: Number(month), year: year.length === 2 ? 2000 + Number(year) : Number(year) }
}
