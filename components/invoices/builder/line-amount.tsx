'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { useLocale } from '@/components/ui/locale'
import { Money } from '@/components/ui/money'
import { isCurrency } from '@/lib/currencies'
import type { Draft } from '@/lib/invoices/draft'
import { draftTotals } from '@/lib/invoices/draft-totals'
import { readDraft } from '@/lib/invoices/typed-draft'

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
      <Money minor={draftTotals(draft).subtotalMinor} currency={currency} symbol="narrow" />
    </output>
  )
}
