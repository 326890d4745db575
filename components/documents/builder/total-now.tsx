'use client'

import { Money } from '@/components/ui/text/money'
import { useTotals } from './use-totals'

/** The total, always in view. */
export function TotalNow() {
  const { totals, currency } = useTotals()
  return (
    <p className="grow text-right sm:grow-0">
      <span className="mr-2 text-quiet">Total</span>
      <output className="text-lead font-strong">
        <Money minor={totals.totalMinor} currency={currency} />
      </output>
    </p>
  )
}
