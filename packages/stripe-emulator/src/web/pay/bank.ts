import type { BankEntry } from '../../resources/payments/methods/entry'
import type { Problems, Typed } from './attempt'

type BankType = BankEntry['type']

/** Checks what Stripe's own form checks before the bank is asked. */
export function checkBank(type: BankType, typed: Typed): { bank: BankEntry } | { problems: Problems } {
  const number = { routing: digits(typed.routing_number), account: digits(typed.account_number) }
  const iban = typed.iban.replace(/\s/g, '').toUpperCase()
  const problems = type === 'sepa_debit' ? ibanProblems(iban) : accountProblems(number)
  const name = typed.name.trim()
  const email = typed.email.trim()
  if (!name) problems.name = 'The name of the account holder is needed.'
  if (!/^\S+@\S+$/.test(email)) problems.email = 'A complete e-mail address is needed.'
  if (Object.keys(problems).length > 0) return { problems }
  if (type === 'sepa_debit') return { bank: { type, iban, name, email } }
  return {
    bank: { type, routing_number: number.routing, account_number: number.account, name, email },
  }
}

function accountProblems({ routing, account }: { routing: string; account: string }): Problems {
  const problems: Problems = {}
  if (!/^\d{9}$/.test(routing)) problems.routing_number = 'A routing number has 9 digits.'
  else if (!passesRouting(routing)) problems.routing_number = 'Your routing number is incorrect.'
  if (!/^\d{4,17}$/.test(account)) problems.account_number = 'Your account number is incomplete.'
  return problems
}

function ibanProblems(iban: string): Problems {
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return { iban: 'Your IBAN is incomplete.' }
  return passesMod97(iban) ? {} : { iban: 'Your IBAN is incorrect.' }
}

/** The checksum of American routing numbers: weights 3, 7 and 1 over nine digits. */
function passesRouting(routing: string): boolean {
  const weights = [3, 7, 1]
  const sum = [...routing].reduce((total, digit, i) => total + Number(digit) * (weights[i % 3] ?? 0), 0)
  return sum > 0 && sum % 10 === 0
}

/** The checksum of an IBAN (ISO 7064): letters count from 10, the first four characters go last. */
function passesMod97(iban: string): boolean {
  const turned = iban.slice(4) + iban.slice(0, 4)
  const text = [...turned].map((character) => Number.parseInt(character, 36)).join('')
  return [...text].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}

function digits(typed: string): string {
  return typed.replace(/[\s-]/g, '')
}
