'use client'

import { Plus, X } from 'lucide-react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import type { Draft } from '@/lib/invoices/draft'
import { DiscountInputs } from './discount-inputs'
import { controlId } from './issues'

/** The discount on the whole invoice. */
export function InvoiceDiscount({ error }: { error: string | undefined }) {
  const { control, setValue } = useFormContext<Draft>()
  const discount = useWatch({ control, name: 'discount' })

  function add() {
    setValue('discount', { kind: 'percent', value: '' })
    requestAnimationFrame(() => document.getElementById(controlId('discount.value'))?.focus())
  }

  if (!discount) {
    return (
      <Button variant="accent" onClick={add} className="-ml-3">
        <Plus aria-hidden />
        Add a discount
      </Button>
    )
  }
  return (
    <div className="flex items-start gap-2">
      <DiscountInputs path="discount" label="Discount" error={error} />
      <button
        type="button"
        aria-label="Remove the discount"
        onClick={() => setValue('discount', null)}
        className="motion mt-5 grid size-8 place-items-center rounded text-quiet hover:bg-wash hover:text-ink"
      >
        <X aria-hidden className="size-4" />
      </button>
    </div>
  )
}
