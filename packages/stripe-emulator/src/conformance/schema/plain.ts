import { isHash } from '../../wire/hash'
import type { Schema } from './schema'

const TESTS: Partial<Record<Schema['is'], (value: unknown) => boolean>> = {
  boolean: (value) => typeof value === 'boolean',
  decimal: (value) => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value),
  integer: (value) => Number.isSafeInteger(value),
  null: (value) => value === null,
  number: (value) => typeof value === 'number',
  string: (value) => typeof value === 'string',
}

const NAMES: Partial<Record<Schema['is'], string>> = {
  boolean: 'true or false',
  decimal: 'a decimal in a string',
  hash: 'a hash',
  list: 'a list',
  object: 'an object',
}

/** Returns whether a value without parts is what the schema says. */
export function isPlain(schema: Schema, value: unknown): boolean {
  if (schema.is === 'literal') return schema.values.some((each) => each === value)
  return TESTS[schema.is]?.(value) ?? false
}

/** Returns whether a value could be meant by this one of several types. */
export function isPossible(schema: Schema, value: unknown): boolean {
  if (schema.is === 'any' || schema.is === 'union') return true
  if (schema.is === 'list') return Array.isArray(value)
  if (schema.is === 'hash' || schema.is === 'object') return isHash(value)
  return isPlain(schema, value)
}

/** Returns the `object` of the objects a schema describes; a list has none, for it belongs to what holds it. */
export function objectName(schema: Schema): string | undefined {
  const object = schema.is === 'hash' ? schema.fields.object?.schema : undefined
  const [name] = object?.is === 'literal' ? object.values : []
  return typeof name === 'string' && name !== 'list' ? name : undefined
}

/** Returns what a schema asks for, in words. */
export function inWords(schema: Schema): string {
  if (schema.is === 'literal') return `one of ${schema.values.join(', ')}`
  return objectName(schema) ?? NAMES[schema.is] ?? schema.is
}

export function wrong({ path }: { path: string }, expected: string, value: unknown): string[] {
  return [`${path}: expected ${expected}, got ${show(value)}`]
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
