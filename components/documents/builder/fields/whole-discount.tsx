'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { controlId } from '@/components/documents/builder/issues'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icons/icon'
import type { Draft } from '@/lib/documents/draft/draft'
import { DiscountInputs } from './discount-inputs'

/** The discount on all lines together. */
export function WholeDiscount({ error }: { error: string | undefined }) {
  const { control, setValue } = useFormContext<Draft>()
  const discount = useWatch({ control, name: 'discount' })

  function add() {
    setValue('discount', { kind: 'percent', value: '' })
    requestAnimationFrame(() => document.getElementById(controlId('discount.value'))?.focus())
  }

  if (!discount) {
    return (
      <Button variant="accent" onClick={add} className="-ml-3">
        <Icon name="plus" />
        Add a discount
      </Button>
    )
  }
  return <DiscountInputs path="discount" error={error} />
}
