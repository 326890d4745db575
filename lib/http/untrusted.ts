const DEPTH_MAX = 12
const VALUES_MAX = 20_000
const CHARACTERS_MAX = 256_000
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * True for data of a size and shape that a form of ours could have sent. Looked at before any schema is, so that
 * hostile input costs little: a loop, no recursion, and it stops at the first bound it meets.
 */
export function isModestData(input: unknown): boolean {
  const rest: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }]
  let values = 0
  let characters = 0
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, depth } = next
    values += 1
    if (typeof value === 'string') characters += value.length
    if (values > VALUES_MAX || characters > CHARACTERS_MAX || depth > DEPTH_MAX) return false
    if (typeof value !== 'object' || value === null) continue
    if (!isPlain(value)) return false
    const keys = Object.keys(value)
    if (keys.length + rest.length > VALUES_MAX) return false
    for (const key of keys) {
      characters += key.length
      if (FORBIDDEN_KEYS.has(key)) return false
      rest.push({ value: Reflect.get(value, key), depth: depth + 1 })
    }
  }
  return true
}

function isPlain(value: object) {
  const prototype = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}
