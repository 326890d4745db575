import type * as z from 'zod'
import type { Issue, IssueCode } from '@/lib/issues'

/** What is wrong with a value; `part` says in which of its parts, where it has several. */
export type Fault = { code: IssueCode; message: string; part?: string }

/** In what a person types: the marks of a number are the locale's, its decimals the currency's. */
export type Typing = { locale: string; currency: string }

/** What a value is held against before a document is sent. */
export type CheckContext = {
  /** The workspace's calendar date. */
  today: string
  /** Null when the client has none, or there is no client. */
  clientEmail: string | null
  currency: string
  /** What the line comes to, or all lines together, before the discount that is judged. */
  amountMinor: number
}

/** How the values of one kind are kept, typed and written. */
export type Kind<V> = {
  /** What a new document has, and one that was kept before the field was there. */
  empty: V
  /** Its controls, where it has several; a fault of the whole stands at the first. */
  parts: readonly string[]
  /** What may be kept. The rules are handed in: they bring zod, too heavy for a page that only shows the form. */
  rule(rules: typeof import('./rules')): z.ZodType<V, V>
  /** What was typed, as it is kept; what cannot be read is empty, beside its fault. */
  read(typed: V, typing: Typing): { value: V; fault?: Fault }
  /** The inverse of `read`. */
  write(value: V, locale: string): V
}

/** For a kind whose values are typed as they are kept. */
export const AS_TYPED = {
  parts: [],
  read: <V>(value: V) => ({ value }),
  write: <V>(value: V) => value,
} as const

export function issueAt(path: string, { part, code, message }: Fault): Issue {
  return { field: part ? `${path}.${part}` : path, code, message }
}
