import * as z from 'zod'
import { withCode } from '@/lib/issues'
import { isCountry } from '@/lib/text/countries'
import { emailAddressOrNone } from '@/lib/text/email-address'
import { isBlank } from '@/lib/text/plain-text'
import { lineOfText, plainText } from '@/lib/text/schema'

/** Stripe's limits for a customer, in code points; the note is ours. */
export const CLIENT_NAME_MAX = 256
export const PHONE_MAX = 20
export const ADDRESS_PART_MAX = 200
export const NOTE_MAX = 2000

/** Languages in which Stripe writes its mails and invoices, as it spells them. */
export const CLIENT_LANGUAGES = (
  'bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl ' +
  'sv th tr vi zh zh-HK zh-TW'
).split(' ')

const addressPart = lineOfText(ADDRESS_PART_MAX)

const addressSchema = z.strictObject({
  line1: addressPart,
  line2: addressPart,
  city: addressPart,
  postalCode: addressPart,
  state: addressPart,
  country: optional(isCountry, withCode('country_unknown', 'Choose a country from the list.')),
})

/** What a form holds of a client. Optional fields are empty text when left out. */
export const clientSchema = z.strictObject({
  name: lineOfText(CLIENT_NAME_MAX).refine(
    (name) => !isBlank(name),
    withCode('required', 'Enter the name of a person or business.'),
  ),
  email: emailAddressOrNone,
  phone: lineOfText(PHONE_MAX),
  address: addressSchema,
  language: optional(
    (code) => CLIENT_LANGUAGES.includes(code),
    withCode('invalid', 'Choose a language from the list.'),
  ),
  note: plainText(NOTE_MAX),
})

export type ClientInput = z.infer<typeof clientSchema>

function optional(isKnown: (code: string) => boolean, rule: ReturnType<typeof withCode>) {
  return z.string().refine((code) => code === '' || isKnown(code), rule)
}
