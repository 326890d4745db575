import * as z from 'zod'
import { withCode } from '@/lib/issues'
import { isCurrency, normalizeCurrency } from './currencies'

export const currencyCode = z
  .string()
  .max(16)
  .transform(normalizeCurrency)
  .refine(isCurrency, withCode('currency_unknown', 'Choose a currency that Stripe supports.'))
