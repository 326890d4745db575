'use client'

import type { ReactNode } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { FieldError } from '@/components/ui/forms/field-error'
import { Money } from '@/components/ui/text/money'
import type { Draft } from '@/lib/documents/draft'
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
      <dl className="grid gap-1.5">
        <Sum label="Subtotal" minor={totals.subtotalMinor} currency={currency} />
        <Sum
          label={<WholeDiscount error={errors.discount?.value?.message} />}
          minor={totals.discountMinor === 0 ? null : -totals.discountMinor}
          currency={currency}
        />
        {totals.taxes.map(({ percent, behavior, amountMinor }) => (
          <Sum
            key={percent}
            label={behavior === 'inclusive' ? `Tax ${percent}% included` : `Tax ${percent}%`}
            minor={amountMinor}
            currency={currency}
          />
        ))}
        <Sum
          label={<span className="text-ink">Total</span>}
          minor={totals.totalMinor}
          currency={currency}
          className="mt-1 border-t border-ink/60 pt-2 text-lead font-strong"
        />
      </dl>
      <div id={controlId('root.total')} tabIndex={-1} className="mt-1 flex justify-end">
        <FieldError message={errors.root?.total?.message} />
      </div>
    </section>
  )
}

type SumProps = { label: ReactNode; minor: number | null; currency: string; className?: string }

function Sum({ label, minor, currency, className = '' }: SumProps) {
  return (
    <div className={`flex items-center justify-between gap-4 ${className}`}>
      <dt className="min-w-0 text-quiet">{label}</dt>
      <dd>{minor !== null && <Money minor={minor} currency={currency} />}</dd>
    </div>
  )
}
