'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { useLocale } from '@/components/ui/text/locale'
import type { Draft } from '@/lib/documents/draft/draft'
import { readDraft } from '@/lib/documents/draft/typed'
import { computeTotals } from '@/lib/documents/totals/totals'
import { isCurrency } from '@/lib/money/currencies'

/** The totals of what is typed at this moment. They are never kept anywhere. */
export function useTotals() {
  'use memo'
  const { control, getValues } = useFormContext<Draft>()
  const { locale } = useLocale()
  const [lines, discount, currency, taxBehavior] = useWatch({
    control,
    name: ['lines', 'discount', 'currency', 'taxBehavior'],
  })
  const { draft } = readDraft({ ...getValues(), lines, discount, currency, taxBehavior }, locale)
  return { totals: computeTotals(draft), currency: isCurrency(currency) ? currency : 'usd' }
}
