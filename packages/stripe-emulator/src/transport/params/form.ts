import qs from 'qs'

export type FormValue = string | FormValue[] | { [key: string]: FormValue }
export type Form = { [key: string]: FormValue }

/** Reads `a[b][0]=c`, `a[]=c` and their percent-encoded spellings. Every leaf is a string. */
export function parseForm(text: string): Form {
  const parsed = qs.parse(counted(text), {
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

/**
 * Numbers the hashes of an uncounted list, as in `lines[][amount]=1&lines[][amount]=2`:
 * a key that the hash at hand already has begins the next one.
 */
function counted(text: string): string {
  const lists = new Map<string, { index: number; keys: Set<string> }>()
  const place = (name: string): string => {
    const at = name.indexOf('[][')
    if (at === -1) return name
    const [list, key] = [name.slice(0, at), name.slice(at + 2)]
    const open = lists.get(list) ?? { index: 0, keys: new Set() }
    const next = open.keys.has(key) ? { index: open.index + 1, keys: new Set<string>() } : open
    next.keys.add(key)
    lists.set(list, next)
    return place(`${list}[${next.index}]${key}`)
  }
  const pairs = text.split('&').map((pair) => {
    const end = pair.includes('=') ? pair.indexOf('=') : pair.length
    const name = pair.slice(0, end).replaceAll(/%5B/gi, '[').replaceAll(/%5D/gi, ']')
    return `${place(name)}${pair.slice(end)}`
  })
  return pairs.join('&')
}

/** Returns true for `{…}` and false for lists and strings. */
export function isHash(value: FormValue | undefined): value is { [key: string]: FormValue } {
  return typeof value === 'object' && !Array.isArray(value)
}

function readValue(value: unknown): FormValue {
  if (Array.isArray(value)) return value.map(readValue)
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  const entries = Object.entries(value).map(([key, inner]) => [key, readValue(inner)] as const)
  return Object.fromEntries(entries)
}
