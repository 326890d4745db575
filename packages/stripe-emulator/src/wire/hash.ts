export type Hash = Record<string, unknown>

/** Returns true for `{…}` and false for lists, null and what has no parts. */
export function isHash(value: unknown): value is Hash {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
