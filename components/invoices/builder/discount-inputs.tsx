'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import type { Draft } from '@/lib/invoices/draft'
import { Cell } from './cell'
import { PaperSelect } from './paper-select'
import { paperField } from './paper-style'

type Props = { path: 'discount' | `lines.${number}.discount`; label: string; error: string | undefined }

/** How much is taken off, as a percentage or as an amount. */
export function DiscountInputs({ path, label, error }: Props) {
  const { control, register } = useFormContext<Draft>()
  const currency = useWatch({ control, name: 'currency' })

  return (
    <div className="flex items-end gap-2">
      <Cell field={`${path}.value`} label={label} error={error} className="w-24">
        {(cell) => (
          <input
            {...cell}
            {...register(`${path}.value`)}
            inputMode="decimal"
            autoComplete="off"
            className={`${paperField} text-right tabular-nums`}
          />
        )}
      </Cell>
      <PaperSelect
        {...register(`${path}.kind`)}
        aria-label={`${label}: percent or amount`}
        className="min-w-16"
      >
        <option value="percent">%</option>
        <option value="amount">{currency.toUpperCase()}</option>
      </PaperSelect>
    </div>
  )
}
