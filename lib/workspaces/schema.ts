import * as z from 'zod'
import { isTimeZone } from '@/lib/dates'
import { DUE_DAYS_MAX } from '@/lib/documents/values/terms'
import { withCode } from '@/lib/issues'
import { currencyCode } from '@/lib/money/schema'
import { isCountry } from '@/lib/text/countries'
import { isBlank } from '@/lib/text/plain-text'
import { lineOfText } from '@/lib/text/schema'

export const BUSINESS_NAME_MAX = 150

export const businessName = lineOfText(BUSINESS_NAME_MAX).refine(
  (name) => !isBlank(name),
  withCode('required', 'Enter the name your clients know you by.'),
)

export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, withCode('time_zone_unknown', 'Choose a time zone from the list.'))

/** A freelancer's business and what its new invoices begin with. */
export const workspaceSchema = z.strictObject({
  name: businessName,
  country: z.string().refine(isCountry, withCode('country_unknown', 'Choose a country from the list.')),
  timeZone,
  currency: currencyCode,
  dueDays: z.number().int().min(0).max(DUE_DAYS_MAX),
})

/** What a new person is asked; the rest begins with its default. */
export const firstWorkspaceSchema = workspaceSchema.omit({ dueDays: true })

export type FirstWorkspaceInput = z.infer<typeof firstWorkspaceSchema>
