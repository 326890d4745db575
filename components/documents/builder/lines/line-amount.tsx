'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { useLocale } from '@/components/ui/text/locale'
import { Money } from '@/components/ui/text/money'
import type { Draft } from '@/lib/documents/draft/draft'
import { readDraft } from '@/lib/documents/draft/typed'
import { computeTotals } from '@/lib/documents/totals/totals'
import { isCurrency } from '@/lib/money/currencies'

/** What a line comes to after its own discount; reckoned anew when this line changes, and no other. */
export function LineAmount({ index }: { index: number }) {
  const { control, getValues } = useFormContext<Draft>()
  const { locale } = useLocale()
  const [line, currency] = useWatch({ control, name: [`lines.${index}`, 'currency'] })
  if (!line || !isCurrency(currency)) return <span />

  const { draft } = readDraft({ ...getValues(), currency, lines: [line], discount: null }, locale)
  return (
    <output className="border-b border-transparent py-1.5 text-right max-sm:col-span-full">
      <span className="sr-only">Amount of line {index + 1}: </span>
      <Money minor={computeTotals(draft).subtotalMinor} currency={currency} symbol="narrow" />
    </output>
  )
}
