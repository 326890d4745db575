'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { DiscountInputs } from '@/components/documents/builder/fields/discount-inputs'
import type { Draft } from '@/lib/documents/draft'

/** The discount of one line, where it has one. */
export function LineDiscount({ index, error }: { index: number; error: string | undefined }) {
  const { control } = useFormContext<Draft>()
  const discount = useWatch({ control, name: `lines.${index}.discount` })
  return (
    discount && <DiscountInputs path={`lines.${index}.discount`} of={`, line ${index + 1}`} error={error} />
  )
}
