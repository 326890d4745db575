import * as z from 'zod'
import { withCode } from '@/lib/issues'

/** Stripe's limit. */
export const EMAIL_MAX = 512

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/i

/**
 * One bare address: no name, quotes, comments or lists, which mail software reads in different ways. Kept as
 * typed, apart from spaces around it and full-width letters. A domain in another script is kept in its ASCII form
 * (`müller.de` → `xn--mller-kva.de`); such letters before the @ are refused, as few servers take them.
 */
export const emailAddress = addressWhere(isPlainAddress)

/** The same where it may be left out, as empty text. */
export const emailAddressOrNone = addressWhere((text) => text === '' || isPlainAddress(text))

export function isPlainAddress(text: string) {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  return (
    text.length <= EMAIL_MAX &&
    at > 0 &&
    local.length <= 64 &&
    LOCAL.test(local) &&
    DOMAIN.test(text.slice(at + 1))
  )
}

function addressWhere(isTaken: (text: string) => boolean) {
  return z
    .string()
    .refine((text) => text.length <= EMAIL_MAX, withCode('too_long', `Use at most ${EMAIL_MAX} characters.`))
    .transform(plainAddress)
    .refine(
      (text) => !hasForeignName(text),
      withCode('email_not_ascii', 'Use only plain letters before the @: many mail servers refuse others.'),
    )
    .refine(
      (text) => hasForeignName(text) || isTaken(text),
      withCode('email_invalid', 'Enter one e-mail address, such as name@example.com.'),
    )
}

function hasForeignName(text: string) {
  return !isAscii(text.slice(0, text.lastIndexOf('@')))
}

function isAscii(text: string) {
  return /^\p{ASCII}*$/u.test(text)
}

function plainAddress(typed: string) {
  const text = typed.normalize('NFKC').trim()
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1)
  if (at < 1 || isAscii(domain) || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return text
  try {
    return `${text.slice(0, at)}@${new URL(`http://${domain}`).hostname}`
  } catch {
    return text
  }
}
