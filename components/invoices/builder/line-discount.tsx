'use client'

import { X } from 'lucide-react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Draft } from '@/lib/invoices/draft'
import { DiscountInputs } from './discount-inputs'

/** The discount of one line, where it has one. */
export function LineDiscount({ index, error }: { index: number; error: string | undefined }) {
  const { control, setValue } = useFormContext<Draft>()
  const discount = useWatch({ control, name: `lines.${index}.discount` })
  if (!discount) return null

  return (
    <div className="flex items-start gap-2 pl-1">
      <DiscountInputs path={`lines.${index}.discount`} label={`Discount, line ${index + 1}`} error={error} />
      <button
        type="button"
        aria-label={`Remove the discount of line ${index + 1}`}
        onClick={() => setValue(`lines.${index}.discount`, null, { shouldDirty: true })}
        className="motion mt-5 grid size-8 place-items-center rounded text-quiet hover:bg-wash hover:text-ink"
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  )
}
