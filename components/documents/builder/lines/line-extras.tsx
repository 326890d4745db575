'use client'

import type { ComponentType } from 'react'
import { type FieldErrors, type UseFormReturn, useFormContext, useWatch } from 'react-hook-form'
import { DiscountInputs } from '@/components/documents/builder/fields/discount-inputs'
import { PeriodInputs } from '@/components/documents/builder/fields/period-inputs'
import { controlId } from '@/components/documents/builder/issues'
import type { IconName } from '@/components/ui/icons/icons'
import type { Draft, DraftLine } from '@/lib/documents/draft/draft'
import { LINE_FIELDS } from '@/lib/documents/fields'

type InputsProps = { index: number; errors: FieldErrors<DraftLine> | undefined }

/** What a line may have besides its cells: begun with one of its tools, and below it once it is there. */
type Extra = {
  name: 'discount' | 'period'
  icon: IconName
  begin: (form: UseFormReturn<Draft>, index: number) => void
  Inputs: ComponentType<InputsProps>
}

export const LINE_EXTRAS: Extra[] = [
  {
    name: 'discount',
    icon: 'percent',
    begin: ({ setValue }, index) => setValue(`lines.${index}.discount`, { kind: 'percent', value: '' }),
    Inputs: ({ index, errors }) => (
      <DiscountInputs
        path={`lines.${index}.discount`}
        of={`, line ${index + 1}`}
        error={errors?.discount?.value?.message}
      />
    ),
  },
  {
    name: 'period',
    icon: 'clock',
    begin: ({ setValue }, index) => setValue(`lines.${index}.period`, { from: '', to: '' }),
    Inputs: ({ index, errors }) => (
      <PeriodInputs
        index={index}
        errors={{ from: errors?.period?.from?.message, to: errors?.period?.to?.message }}
      />
    ),
  },
]

/** Begins an extra, where the line has none of it yet, and goes to its first control. */
export function beginExtra(form: UseFormReturn<Draft>, index: number, { name, begin }: Extra) {
  if (!form.getValues(`lines.${index}.${name}`)) begin(form, index)
  const control = controlId(`lines.${index}.${name}.${LINE_FIELDS[name].parts[0]}`)
  requestAnimationFrame(() => document.getElementById(control)?.focus())
}

export function LineExtras({ index, errors }: InputsProps) {
  const { control } = useFormContext<Draft>()
  const values = useWatch({ control, name: LINE_EXTRAS.map(({ name }) => `lines.${index}.${name}` as const) })
  return LINE_EXTRAS.map(
    ({ name, Inputs }, i) => values[i] && <Inputs key={name} index={index} errors={errors} />,
  )
}
