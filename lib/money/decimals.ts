import Big from 'big.js'
import { remembered } from '@/lib/text/remembered'

/** Digits after the point that Stripe takes for quantities and for prices in minor units. */
export const DECIMALS_MAX = 12

/** A number as text: `-1234.56`. At most 12 digits on each side of one point, no exponent, no groups. */
export type Decimal = `${number}`

export type ParsedDecimal = { ok: true; value: Decimal } | { ok: false; code: DecimalRefusal }
export type DecimalRefusal = 'required' | 'amount_invalid' | 'too_many_decimals'

const DECIMAL = /^-?\d{1,12}(\.\d{1,12})?$/
const TYPED_MAX = 40
/** Spaces and apostrophes group digits somewhere in the world and are decimal marks nowhere. */
const ANY_GROUP = `[ \\u00a0\\u2009\\u202f'’]`

export function isDecimal(text: string): text is Decimal {
  return DECIMAL.test(text)
}

/** Digits after the point that say something: 2 for `1.250`. */
export function decimalsOf(decimal: Decimal) {
  return (decimal.split('.')[1] ?? '').replace(/0+$/, '').length
}

/** Without zeros that say nothing at its end: `20.50` → `20.5`. */
export function shortest(decimal: string) {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
}

/** A whole number, halves away from zero: Stripe's rule for amounts and taxes. */
export function roundHalfUp(value: Big) {
  // Adding zero turns -0 into 0.
  return value.round(0, Big.roundHalfUp).toNumber() + 0
}

/**
 * What a person typed in their locale, as a decimal. A mark is read as that locale reads it, and groups must
 * stand where it puts them: what could mean two numbers is refused, never guessed.
 */
export function parseDecimal(text: string, locale: string, options: { maxDecimals: number }): ParsedDecimal {
  const typed = text.trim()
  if (typed === '') return { ok: false, code: 'required' }
  const shape = typed.length <= TYPED_MAX ? shapeOf(locale).exec(typed)?.groups : undefined
  const { sign, whole = '', fraction = '' } = shape ?? {}
  if (whole === '' && fraction === '') return { ok: false, code: 'amount_invalid' }

  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0'
  const decimals = fraction.replace(/0+$/, '')
  if (decimals.length > options.maxDecimals) return { ok: false, code: 'too_many_decimals' }
  const size = decimals === '' ? digits : `${digits}.${decimals}`
  const value = sign && size !== '0' ? `-${size}` : size
  return isDecimal(value) ? { ok: true, value } : { ok: false, code: 'amount_invalid' }
}

/** A decimal as the locale writes it, without groups: what an input shows before anyone types in it. */
export function localDecimal(decimal: string, locale: string) {
  return decimal.replace('.', marksOf(locale).decimal)
}

const marksOf = remembered((locale) => {
  const parts = new Intl.NumberFormat(locale, {
    numberingSystem: 'latn',
    useGrouping: 'always',
  }).formatToParts(12345678.5)
  const groups = parts.filter((part) => part.type === 'integer').map((part) => part.value.length)
  return {
    decimal: parts.find((part) => part.type === 'decimal')?.value ?? '.',
    group: parts.find((part) => part.type === 'group')?.value ?? ',',
    // Two where lakhs are counted, three elsewhere; the last group has three everywhere.
    groupSize: groups.at(-2) ?? 3,
  }
})

const shapeOf = remembered((locale) => {
  const { decimal, group, groupSize } = marksOf(locale)
  const grouped = (mark: string, name: string) =>
    `\\d{1,${groupSize}}(?<${name}>${mark})(?:\\d{${groupSize}}\\k<${name}>)*\\d{3}`
  const whole = `${grouped(escaped(group), 'own')}|${grouped(ANY_GROUP, 'any')}|\\d*`
  return new RegExp(`^(?<sign>[-−])?\\s*(?<whole>${whole})(?:${escaped(decimal)}(?<fraction>\\d*))?$`)
})

function escaped(mark: string) {
  return `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`
}
