import 'server-only'

/** PostgreSQL's code of the error, however deep drizzle wrapped it; https://www.postgresql.org/docs/15/errcodes-appendix.html */
export function sqlStateOf(error: unknown): string | undefined {
  return fieldOf(error, 'code')
}

/** Whether a unique index or key of this name refused the row. */
export function isDuplicate(error: unknown, constraint: string): boolean {
  return sqlStateOf(error) === '23505' && fieldOf(error, 'constraint') === constraint
}

/** Whether a value was refused that no column takes: a NUL, half a surrogate pair, a date out of range. */
export function isUnstorable(error: unknown): boolean {
  return error instanceof RangeError || sqlStateOf(error)?.startsWith('22') === true
}

function fieldOf(error: unknown, field: 'code' | 'constraint'): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const value: unknown = Reflect.get(cause, field)
    if (typeof value === 'string') return value
  }
}
