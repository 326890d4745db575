import { type Hash, isHash } from '../wire/hash'

/**
 * Returns what `previous_attributes` holds: the old values of what changed. Inside a hash only the changed keys, of a
 * list the whole old list, and null for a key that was not there. Undefined when nothing changed.
 */
export function previousAttributes(before: object, after: object): Hash | undefined {
  const changed = difference({ ...before }, { ...after })
  return Object.keys(changed).length > 0 ? changed : undefined
}

function difference(before: Hash, after: Hash): Hash {
  const changed: Hash = {}
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const old = before[key] ?? null
    const now = after[key] ?? null
    if (isSame(old, now)) continue
    changed[key] = isHash(old) && isHash(now) ? difference(old, now) : old
  }
  return changed
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
