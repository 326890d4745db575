import type { CheckContext, Fault, Kind } from './values/kind'

/** One field of a document or of a line: a value of some kind, with what is said and judged of it here. */
export type Field<V> = Kind<V> & {
  /** What the page calls it. */
  label: string
  /** What keeps a document with this value from being sent. */
  check?(value: V, context: CheckContext): Fault | null
  /** How two versions are told apart. None for an id, which says nothing to anybody. */
  words?(value: V): string
  /** Printed beside the parties, where it is not empty. */
  isFact?: boolean
  /** A copy begins without it: it belongs to what was billed then. */
  isOfOnce?: boolean
}

export function field<V>(
  label: string,
  kind: Kind<V>,
  more: Pick<Field<V>, 'check' | 'words' | 'isFact' | 'isOfOnce'> = {},
): Field<V> {
  return { label, ...kind, ...more }
}

export type Fields = Record<string, Field<unknown>>

/** A value for each field. */
export type ValuesOf<F extends Fields> = { [Name in keyof F]: F[Name]['empty'] }

export function fieldNames<F extends Fields>(fields: F) {
  return Object.keys(fields) as (keyof F & string)[]
}

/** The values made anew; `make` answers with a value of the field's own kind. */
export function mapFields<F extends Fields>(
  fields: F,
  values: ValuesOf<F>,
  make: (field: Field<unknown>, value: unknown, name: string) => unknown,
) {
  const made = Object.entries(fields).map(([name, field]) => [name, make(field, values[name], name)])
  return Object.fromEntries(made) as ValuesOf<F>
}

export function emptyValues<F extends Fields>(fields: F) {
  return Object.fromEntries(Object.entries(fields).map(([name, { empty }]) => [name, empty])) as ValuesOf<F>
}

/** Some of the properties of a thing. */
export function pick<T, Name extends keyof T>(thing: T, names: readonly Name[]) {
  return Object.fromEntries(names.map((name) => [name, thing[name]])) as Pick<T, Name>
}
