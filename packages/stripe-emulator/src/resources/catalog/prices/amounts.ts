import { bool, decimal, integer } from '../../../transport/params/leaves'
import { hash, type Param, type Read, required } from '../../../transport/params/params'
import { badParam } from '../../../wire/refusal'
import type { Price } from './price'

const nonNegative: Param<number | undefined> = {
  read: (value, at) => {
    const amount = integer().read(value, at)
    if (amount === undefined || amount >= 0) return amount
    throw badParam('Invalid non-negative integer', { param: at })
  },
}

const customParams = {
  enabled: required(bool()),
  maximum: nonNegative,
  minimum: nonNegative,
  preset: nonNegative,
}

export const unitAmounts = { unit_amount: nonNegative, unit_amount_decimal: decimal() }

/** The ways to say what a price asks for, in minor units. */
export const amountParams = {
  custom_unit_amount: hash(customParams),
  ...unitAmounts,
}

type Amounts = Pick<Price, 'custom_unit_amount' | 'unit_amount' | 'unit_amount_decimal'>
type Request = Read<typeof amountParams>

/** Returns what a price asks for; undefined when the request does not say. `at` is where the request says it. */
export function amountsOf(request: Request, at = ''): Amounts | undefined {
  const { custom_unit_amount: custom, unit_amount, unit_amount_decimal } = request
  if (unit_amount !== undefined && unit_amount_decimal !== undefined) {
    const message = 'You may only specify one of these parameters: unit_amount, unit_amount_decimal.'
    throw badParam(message, { param: at === '' ? 'unit_amount' : `${at}[unit_amount]` })
  }
  const exact = unit_amount_decimal ?? unit_amount?.toString()
  if (exact !== undefined) {
    const whole = exact.includes('.') ? null : Number(exact)
    return { custom_unit_amount: null, unit_amount: whole, unit_amount_decimal: exact }
  }
  if (!custom?.enabled) return undefined
  const { maximum = null, minimum = null, preset = null } = custom
  return {
    custom_unit_amount: { maximum, minimum, preset },
    unit_amount: null,
    unit_amount_decimal: null,
  }
}
