import { badParam } from '../../wire/refusal'
import { CURRENCIES } from './currencies'
import { leaf, type Param, refuseEmpty } from './params'

const MAX_TEXT = 5000

/** Reads a text. Its length counts code points, so that an emoji is one character. */
export function text({ max = MAX_TEXT }: { max?: number } = {}): Param<string | undefined> {
  return one([], (value, at) => {
    const characters = value.length > max ? [...value] : []
    if (characters.length <= max) return value
    const shown = `${characters.slice(0, 3).join('')}...${characters.slice(-3).join('')}`
    throw badParam(`Invalid string: ${shown}; must be at most ${max} characters`, { param: at })
  })
}

export function integer({ min, max }: { min?: number; max?: number } = {}): Param<number | undefined> {
  const values = [min ?? -5, min ?? 0, 1, 3, 100, max ?? 2_000_000_000].map(String)
  return one(values, (value, at) => {
    const number = Number(value)
    if (!/^-?\d+$/.test(value) || !Number.isSafeInteger(number)) {
      throw badParam(`Invalid integer: ${value}`, { code: 'parameter_invalid_integer', param: at })
    }
    if (min !== undefined && number < min) throw tooSmall(at, value, min)
    if (max !== undefined && number > max) throw tooLarge(at, value, max)
    return number
  })
}

export function bool(): Param<boolean | undefined> {
  return one(['true', 'false'], (value, at) => {
    if (value === 'true') return true
    if (value === 'false') return false
    throw badParam(`Invalid boolean: ${value}`, { param: at })
  })
}

/** Reads a decimal kept as text, at most twelve places, spelled the way Stripe gives it back. */
export function decimal({ signed = false, places = 12 } = {}): Param<string | undefined> {
  return one(['0', '1', '2.5', '0.000000000001', '999999999999.5'], (value, at) => {
    const match = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(value)
    const [, sign = '', whole = '', fraction = ''] = match ?? []
    if (!match || fraction.length > places || whole.length > 15) {
      throw badParam(`Invalid decimal: ${value}`, { param: at })
    }
    if (sign && !signed) throw tooSmall(at, value, 0)
    const digits = fraction ? `${whole}.${fraction}` : whole
    return digits === '0' ? '0' : sign + digits
  })
}

export function oneOf<const T extends string>(...allowed: T[]): Param<T | undefined> {
  return one(allowed, (value, at) => {
    const found = allowed.find((each) => each === value)
    if (found) return found
    throw badParam(`Invalid ${at}: must be one of ${orList(allowed)}`, { param: at })
  })
}

export function currency(): Param<string | undefined> {
  return one(['usd', 'eur', 'jpy', 'kwd'], (value, at) => {
    const code = value.toLowerCase()
    if (CURRENCIES.has(code)) return code
    const known = [...CURRENCIES].join(', ')
    throw badParam(`Invalid currency: ${code}. Stripe currently supports these currencies: ${known}`, {
      param: at,
    })
  })
}

/** `values` are some that it takes; none means any text. */
function one<T>(values: readonly string[], read: (value: string, at: string) => T): Param<T | undefined> {
  return {
    ...(values.length > 0 && { holds: { values } }),
    read: (value, at) => {
      if (value === undefined) return undefined
      const given = leaf(value, at)
      return given === '' ? refuseEmpty(at) : read(given, at)
    },
  }
}

function orList(values: readonly string[]): string {
  if (values.length === 1) return values.join('')
  const comma = values.length > 2 ? ',' : ''
  return `${values.slice(0, -1).join(', ')}${comma} or ${values.at(-1)}`
}

function tooSmall(param: string, value: string, min: number) {
  return badParam(`This value must be greater than or equal to ${min} (it currently is '${value}').`, {
    code: 'parameter_invalid_integer',
    param,
  })
}

function tooLarge(param: string, value: string, max: number) {
  return badParam(`This value must be less than or equal to ${max} (it currently is '${value}').`, {
    code: 'parameter_invalid_integer',
    param,
  })
}
