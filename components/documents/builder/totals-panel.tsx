'use client'

import { useFormContext, useFormState } from 'react-hook-form'
import { PaperSums } from '@/components/documents/paper/paper-sums'
import { FieldError } from '@/components/ui/forms/field-error'
import type { Draft } from '@/lib/documents/draft/draft'
import { sumsOf } from '@/lib/documents/paper'
import { WholeDiscount } from './fields/whole-discount'
import { controlId } from './issues'
import { useTotals } from './use-totals'

/** What the lines come to, reckoned while they are typed. */
export function TotalsPanel() {
  const { control } = useFormContext<Draft>()
  const { errors } = useFormState({ control })
  const { totals, currency } = useTotals()

  return (
    <section aria-label="Totals" className="ml-auto w-full max-w-xs">
      <PaperSums
        sums={sumsOf(totals)}
        currency={currency}
        discount={<WholeDiscount error={errors.discount?.value?.message} />}
      />
      <div id={controlId('root.total')} tabIndex={-1} className="mt-1 flex justify-end">
        <FieldError message={errors.root?.total?.message} />
      </div>
    </section>
  )
}
