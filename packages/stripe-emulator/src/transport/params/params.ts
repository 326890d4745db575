import { badParam, missingParam } from '../../wire/refusal'
import { type Form, type FormValue, isHash } from './form'
import { requireShort } from './metadata-limits'

/** Reads one parameter; `at` is its full name, as error texts give it. Absent stays undefined. */
export interface Param<T> {
  read(value: FormValue | undefined, at: string): T
  /** What may stand in it, for those who make requests up. */
  holds?:
    | { fields: Shape }
    | { each: Param<unknown> }
    | { byKey: Param<unknown> }
    | { values: readonly string[] }
  isRequired?: true
  /** It may be given, and nothing depends on it. */
  isIgnored?: true
}

export type Shape = Record<string, Param<unknown>>
export type Read<S extends Shape> = { [K in keyof S]: S[K] extends Param<infer T> ? T : never }

/** Reads a whole request. Unknown parameters are refused before anything else is looked at. */
export function readForm<S extends Shape>(shape: S, form: Form): Read<S> {
  return readHash(shape, form, '')
}

/** Marks a parameter that is read, bad values refused, and that nothing depends on. */
export function unused<T>(param: Param<T>): Param<T> {
  return { ...param, isIgnored: true }
}

/** Takes anything, and forgets it. */
export const ignored: Param<undefined> = { read: () => undefined, isIgnored: true }

export function hash<S extends Shape>(shape: S): Param<Read<S> | undefined> {
  return {
    holds: { fields: shape },
    read: (value, at) => {
      if (value === undefined) return undefined
      if (value === '') return refuseEmpty(at)
      if (!isHash(value)) throw badParam('Invalid object', { param: at })
      return readHash(shape, value, at)
    },
  }
}

export function list<T>(
  item: Param<T>,
  { max }: { max?: number } = {},
): Param<Exclude<T, undefined>[] | undefined> {
  return {
    holds: { each: item },
    read: (value, at) => {
      if (value === undefined) return undefined
      if (value === '') return refuseEmpty(at)
      const values = isHash(value) ? numbered(value) : value
      if (!Array.isArray(values)) throw badParam('Invalid array', { param: at })
      if (max !== undefined && values.length > max) throw tooMany(at, max)
      return values.map((each, index) => present(item.read(each, `${at}[${index}]`), `${at}[${index}]`))
    },
  }
}

export function required<T>(param: Param<T>): Param<Exclude<T, undefined>> {
  return { ...param, read: (value, at) => present(param.read(value, at), at), isRequired: true }
}

/** Lets an empty value unset the field; it reads as null. */
export function unsettable<T>(param: Param<T>): Param<T | null> {
  return { ...param, read: (value, at) => (value === '' ? null : param.read(value, at)) }
}

/** Takes nothing but the empty value, which unsets the field; it reads as null. */
export const onlyUnset: Param<null | undefined> = {
  read: (value, at) => {
    if (value === undefined) return undefined
    if (value === '') return null
    throw badParam(`Invalid ${at}: must be empty`, { param: at })
  },
}

/** Metadata as given: an empty value removes its key, and null (all of it empty) removes every key. */
export const metadata: Param<Record<string, string> | null | undefined> = unsettable({
  read: (value, at) => {
    if (value === undefined) return undefined
    if (!isHash(value)) throw badParam('Invalid object', { param: at })
    const pairs = Object.entries(value).map(([key, text]) => [key, leaf(text, `${at}[${key}]`)] as const)
    for (const [key, text] of pairs) requireShort(key, text, at)
    return Object.fromEntries(pairs)
  },
})

/** Returns the text of a leaf; a hash or a list in its place is refused. */
export function leaf(value: FormValue, at: string): string {
  if (typeof value === 'string') return value
  // A list is told as the hash it came as.
  throw badParam(`Invalid string: ${JSON.stringify({ ...value })}`, { param: at })
}

export function refuseEmpty(at: string): never {
  throw badParam(
    `You passed an empty string for '${at}'. We assume empty values are an attempt to unset a parameter; however '${at}' cannot be unset. You should remove '${at}' from your request or supply a non-empty value.`,
    { code: 'parameter_invalid_empty', param: at },
  )
}

function readHash<S extends Shape>(shape: S, value: Form, at: string): Read<S>
function readHash(shape: Shape, value: Form, at: string) {
  refuseUnknown(shape, value, at)
  const fields = Object.entries(shape).map(([key, param]) => [key, param.read(value[key], inside(at, key))])
  return Object.fromEntries(fields)
}

function refuseUnknown(shape: Shape, value: Form, at: string) {
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(shape, key))
  const [first] = unknown.map((key) => inside(at, key))
  if (first === undefined) return
  const names = unknown.map((key) => inside(at, key)).join(', ')
  throw badParam(`Received unknown parameter${unknown.length > 1 ? 's' : ''}: ${names}`, {
    code: 'parameter_unknown',
    param: first,
  })
}

function present<T>(value: T, at: string): Exclude<T, undefined> {
  if (isPresent(value)) return value
  throw missingParam(at)
}

function isPresent<T>(value: T): value is Exclude<T, undefined> {
  return value !== undefined
}

function tooMany(param: string, max: number) {
  return badParam(`Array ${param} exceeded maximum ${max} allowed elements.`, { param })
}

function numbered(value: Form): FormValue[] | undefined {
  const keys = Object.keys(value)
  if (!keys.every((key) => /^\d+$/.test(key))) return undefined
  return keys.sort((a, b) => Number(a) - Number(b)).flatMap((key) => value[key] ?? [])
}

function inside(at: string, key: string): string {
  return at === '' ? key : `${at}[${key}]`
}
