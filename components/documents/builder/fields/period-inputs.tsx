'use client'

import { useFormContext } from 'react-hook-form'
import { controlId, errorIdOf } from '@/components/documents/builder/issues'
import { FieldError } from '@/components/ui/forms/field-error'
import { Icon } from '@/components/ui/icons/icon'
import type { Draft } from '@/lib/documents/draft/draft'
import { paperField } from './paper-style'

type Props = { index: number; errors: { from?: string | undefined; to?: string | undefined } }

/** The days a line is for; and the way to be rid of them. */
export function PeriodInputs({ index, errors }: Props) {
  const { register, setValue } = useFormContext<Draft>()
  const path = `lines.${index}.period` as const
  const error = errors.from ?? errors.to
  const errorId = error ? errorIdOf(path) : undefined

  const day = (part: 'from' | 'to', label: string) => (
    <input
      {...register(`${path}.${part}`)}
      id={controlId(`${path}.${part}`)}
      type="date"
      aria-label={`${label} day, line ${index + 1}`}
      aria-describedby={errorId}
      aria-invalid={errors[part] ? true : undefined}
      className={`${paperField} tabular-nums`}
    />
  )

  return (
    <div className="grid gap-0.5">
      <div className="flex flex-wrap items-center gap-x-2.5">
        <span className="text-quiet">Period</span>
        <span className="w-36">{day('from', 'First')}</span>
        <span className="text-quiet">to</span>
        <span className="w-36">{day('to', 'Last')}</span>
        <button
          type="button"
          aria-label={`Remove the period, line ${index + 1}`}
          onClick={() => setValue(path, null)}
          className="motion grid size-7 place-items-center rounded text-quiet hover:bg-wash hover:text-ink"
        >
          <Icon name="x" className="size-4" />
        </button>
      </div>
      <FieldError id={errorId} message={error} />
    </div>
  )
}
