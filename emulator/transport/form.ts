import qs from 'qs'

export type FormValue = string | FormValue[] | { [key: string]: FormValue }
export type Form = { [key: string]: FormValue }

/** Reads `a[b][0]=c`, `a[]=c` and their percent-encoded spellings. Every leaf is a string. */
export function parseForm(text: string): Form {
  const parsed = qs.parse(text, {
    depth: 20,
    arrayLimit: 1000,
    parameterLimit: 20_000,
    plainObjects: true,
    ignoreQueryPrefix: true,
  })
  const form: Form = {}
  for (const [key, value] of Object.entries(parsed)) form[key] = readValue(value)
  return form
}

/** True for `{…}` and false for lists and strings. */
export function isHash(value: FormValue | undefined): value is { [key: string]: FormValue } {
  return typeof value === 'object' && !Array.isArray(value)
}

function readValue(value: unknown): FormValue {
  if (Array.isArray(value)) return value.map(readValue)
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  const entries = Object.entries(value).map(([key, inner]) => [key, readValue(inner)] as const)
  return Object.fromEntries(entries)
}
