import { isHash } from '../../transport/params/form'
import { currency } from '../../transport/params/leaves'
import { hash, type Param, type Read, type Shape } from '../../transport/params/params'
import { badParam } from '../../wire/refusal'

/** Returns what holds in other currencies, by the currency in small letters. */
export function byCurrency<S extends Shape>(shape: S): Param<Record<string, Read<S>> | undefined> {
  const option = hash(shape)
  return {
    holds: { byKey: option },
    read: (value, at) => {
      if (value === undefined) return undefined
      if (!isHash(value)) throw badParam('Invalid object', { param: at })
      const options: Record<string, Read<S>> = {}
      for (const [key, given] of Object.entries(value)) {
        requireSmall(key, at)
        currency().read(key, at)
        const read = option.read(given, `${at}[${key}]`)
        if (read) options[key] = read
      }
      return options
    },
  }
}

function requireSmall(key: string, at: string) {
  const small = key.toLowerCase()
  if (key === small) return
  const message = `Currencies must be lowercase when used as keys in a map. Use \`${small}\` instead of \`${key}\`.`
  throw badParam(message, { param: at })
}
