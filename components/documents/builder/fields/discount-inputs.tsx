'use client'

import { useFormContext, useWatch } from 'react-hook-form'
import { controlId, errorIdOf } from '@/components/documents/builder/issues'
import { FieldError } from '@/components/ui/forms/field-error'
import { Icon } from '@/components/ui/icons/icon'
import type { Draft } from '@/lib/documents/draft/draft'
import { PaperSelect } from './paper-select'
import { paperField } from './paper-style'

type Props = {
  path: 'discount' | `lines.${number}.discount`
  /** What follows the word in the ears only, such as `, line 2`. */
  of?: string
  error: string | undefined
}

/** How much is taken off, as a percentage or as an amount; and the way to be rid of it. */
export function DiscountInputs({ path, of = '', error }: Props) {
  const { control, register, setValue } = useFormContext<Draft>()
  const currency = useWatch({ control, name: 'currency' })
  const id = controlId(`${path}.value`)
  const errorId = error ? errorIdOf(`${path}.value`) : undefined

  return (
    <div className="grid gap-0.5">
      <div className="flex flex-wrap items-center gap-x-2.5">
        <label htmlFor={id} className="text-quiet">
          Discount<span className="sr-only">{of}</span>
        </label>
        <span className="w-16">
          <input
            {...register(`${path}.value`)}
            id={id}
            aria-describedby={errorId}
            aria-invalid={error ? true : undefined}
            inputMode="decimal"
            autoComplete="off"
            className={`${paperField} text-right tabular-nums`}
          />
        </span>
        <PaperSelect
          {...register(`${path}.kind`)}
          aria-label={`Discount${of}: percent or amount`}
          className="w-16"
        >
          <option value="percent">%</option>
          <option value="amount">{currency.toUpperCase()}</option>
        </PaperSelect>
        <button
          type="button"
          aria-label={`Remove the discount${of}`}
          onClick={() => setValue(path, null)}
          className="motion grid size-7 place-items-center rounded text-quiet hover:bg-wash hover:text-ink"
        >
          <Icon name="x" />
        </button>
      </div>
      <FieldError id={errorId} message={error} />
    </div>
  )
}
