import { badParam } from '../../wire/refusal'

const MAX_KEYS = 50
const MAX_KEY = 40
const MAX_VALUE = 500

/** Refuses what is too long for metadata; lengths are in characters. */
export function requireShort(key: string, value: string, at: string) {
  const [keyLength, valueLength] = [[...key].length, [...value].length]
  if (keyLength > MAX_KEY) {
    const detail = `you passed in a key that is ${keyLength} characters. Invalid key: ${key}`
    throw badParam(`Metadata keys can have up to ${MAX_KEY} characters, but ${detail}`, { param: at })
  }
  if (valueLength > MAX_VALUE) {
    const detail = `you passed in a value that is ${valueLength} characters. Invalid value: ${value}`
    throw badParam(`Metadata values can have up to ${MAX_VALUE} characters, but ${detail}`, { param: at })
  }
}

/** Refuses metadata with too many keys, as it would stand after the request. */
export function requireFewKeys(metadata: Record<string, string>): Record<string, string> {
  const count = Object.keys(metadata).length
  if (count <= MAX_KEYS) return metadata
  const help = 'Email us at support+metadata@stripe.com for more information.'
  throw badParam(`Metadata can have up to ${MAX_KEYS} keys, but you've set ${count}. ${help}`, {
    param: 'metadata',
  })
}
