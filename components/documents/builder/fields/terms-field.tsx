'use client'

import { useController, useFormContext } from 'react-hook-form'
import { useBuilder } from '@/components/documents/builder/builder-context'
import { controlId, issuesFrom } from '@/components/documents/builder/issues'
import { FieldError } from '@/components/ui/forms/field-error'
import { Day } from '@/components/ui/text/day'
import { isCalendarDate } from '@/lib/dates'
import type { Draft } from '@/lib/documents/draft/draft'
import { DUE_DAYS_PRESETS, dueDateOf, termsLabel } from '@/lib/documents/values/terms'
import { Cell } from './cell'
import { PaperSelect } from './paper-select'
import { paperField } from './paper-style'

const ON_A_DATE = 'date'

/** Days after sending, or a calendar date. */
export function TermsField() {
  const { control } = useFormContext<Draft>()
  const { field, formState } = useController({ control, name: 'terms' })
  const { today } = useBuilder()
  const terms = field.value
  const dueDate = dueDateOf(terms, today)
  const error = issuesFrom(formState.errors).find((issue) => issue.field.startsWith('terms'))?.message

  function choose(value: string) {
    if (value === ON_A_DATE) field.onChange({ kind: 'date', date: dueDate })
    else field.onChange({ kind: 'days', days: Number(value) })
  }

  return (
    <Cell field="terms.days" label="Due" error={terms.kind === 'days' ? error : undefined}>
      {(control) => (
        <>
          <PaperSelect
            {...control}
            value={terms.kind === 'date' ? ON_A_DATE : terms.days}
            onChange={(event) => choose(event.target.value)}
          >
            {dayChoices(terms.kind === 'days' ? terms.days : 0).map((days) => (
              <option key={days} value={days}>
                {termsLabel(days)}
              </option>
            ))}
            <option value={ON_A_DATE}>On a date</option>
          </PaperSelect>
          {terms.kind === 'date' ? (
            <>
              <input
                id={controlId('terms.date')}
                type="date"
                aria-label="Due date"
                aria-invalid={error ? true : undefined}
                min={today}
                value={terms.date}
                onChange={(event) => field.onChange({ kind: 'date', date: event.target.value })}
                className={paperField}
              />
              <FieldError message={error} />
            </>
          ) : (
            <p className="text-small text-quiet">
              {isCalendarDate(dueDate) && (
                <>
                  <Day date={dueDate} /> if sent today
                </>
              )}
            </p>
          )}
        </>
      )}
    </Cell>
  )
}

function dayChoices(chosen: number) {
  return [...new Set([...DUE_DAYS_PRESETS, chosen])].sort((one, other) => one - other)
}
