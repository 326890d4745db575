'use client'

import type { ReactNode } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { FieldError } from '@/components/ui/field-error'
import { Money } from '@/components/ui/money'
import type { Draft } from '@/lib/invoices/draft'
import { InvoiceDiscount } from './invoice-discount'
import { controlId } from './issues'
import { useTotals } from './use-totals'

/** What the lines come to, reckoned while they are typed. */
export function TotalsPanel() {
  const { control } = useFormContext<Draft>()
  const { errors } = useFormState({ control })
  const { totals, currency } = useTotals()

  return (
    <section aria-label="Totals" className="ml-auto grid w-full max-w-xs gap-1">
      <dl className="grid gap-1">
        <Sum label="Subtotal" minor={totals.subtotalMinor} currency={currency} />
        {totals.discountMinor > 0 && (
          <Sum label="Discount" minor={-totals.discountMinor} currency={currency} />
        )}
        {totals.taxes.map((tax) => (
          <Sum
            key={tax.percent}
            label={`Tax ${tax.percent}%${tax.behavior === 'inclusive' ? ' included' : ''}`}
            minor={tax.amountMinor}
            currency={currency}
          />
        ))}
        <Sum
          label={<span className="text-lead font-strong text-ink">Total</span>}
          minor={totals.totalMinor}
          currency={currency}
          className="mt-1 border-t border-ink/60 pt-2 text-lead font-strong"
        />
      </dl>
      <div id={controlId('root.total')} tabIndex={-1} className="justify-self-end">
        <FieldError message={errors.root?.total?.message} />
      </div>
      <InvoiceDiscount error={errors.discount?.value?.message} />
    </section>
  )
}

type SumProps = { label: ReactNode; minor: number; currency: string; className?: string }

function Sum({ label, minor, currency, className = '' }: SumProps) {
  return (
    <div className={`flex items-baseline justify-between gap-4 ${className}`}>
      <dt className="text-quiet">{label}</dt>
      <dd>
        <Money minor={minor} currency={currency} />
      </dd>
    </div>
  )
}
