'use client'

import { useFormContext, useFormState } from 'react-hook-form'
import { controlId } from '@/components/documents/builder/issues'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/forms/field-error'
import { Icon } from '@/components/ui/icons/icon'
import { type Draft, LINES_FULL, LINES_MAX } from '@/lib/documents/draft/draft'
import { LineRow } from './line-row'
import { NUMBER_CELLS } from './number-cell'
import { useLines } from './use-lines'

/** The counter of lines shows once the end is in sight. */
const COUNT_FROM = 200

export function Lines() {
  'use memo'
  const { control } = useFormContext<Draft>()
  const { errors } = useFormState({ control, name: 'lines' })
  const { fields, commands, said } = useLines()
  const count = fields.length

  return (
    <section aria-label="Lines" className="grid grid-cols-1 gap-2">
      <div aria-hidden className="line-grid hidden border-b border-ink/60 pb-1 text-small text-quiet sm:grid">
        <span>Description</span>
        {NUMBER_CELLS.map(({ cell, heading }) => (
          <span key={cell} className="text-right">
            {heading}
          </span>
        ))}
        <span className="text-right">Amount</span>
      </div>
      <ol className="grid">
        {fields.map((field, index) => (
          <LineRow key={field.key} index={index} line={field} commands={commands} />
        ))}
      </ol>
      <div className="flex items-center justify-between gap-4">
        <Button
          id={controlId('lines.root')}
          variant="accent"
          onClick={commands.add}
          reason={count >= LINES_MAX ? LINES_FULL : undefined}
          className="-ml-3"
        >
          <Icon name="plus" />
          Add line
        </Button>
        {count >= COUNT_FROM && (
          <p className="text-small text-quiet tabular-nums">
            {count}/{LINES_MAX} lines
          </p>
        )}
      </div>
      {count >= LINES_MAX && <p className="text-small text-quiet">{LINES_FULL}</p>}
      <FieldError message={errors.lines?.root?.message} />
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  )
}
