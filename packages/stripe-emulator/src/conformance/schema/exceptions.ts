import type { Schema } from './schema'

interface Exception {
  /** The object, and the way from it to the field; a list on the way is not counted. */
  at: string
  /** What is sent though no type says so; left out where a field may be missing. */
  extra?: Schema
  /** Only the real Stripe is allowed this: the emulator can do as the types say. */
  real?: true
}

/** Where recordings of the real Stripe depart from the SDK's types. */
const EXCEPTIONS: Exception[] = [
  { at: 'line_item.subscription', real: true },
  { at: 'invoice.lines.total_count', extra: { is: 'integer' } },
  { at: 'credit_note.lines.total_count', extra: { is: 'integer' } },
]

/** Returns whether a field may be missing although its type requires it. */
export function mayBeMissing(at: string, isReal: boolean): boolean {
  return EXCEPTIONS.some((each) => each.at === at && !each.extra && (isReal || !each.real))
}

/** Returns what a field may hold that its type does not know; undefined when it may not be there. */
export function extraField(at: string): Schema | undefined {
  return EXCEPTIONS.find((each) => each.at === at)?.extra
}
