'use client'

import type { ComponentProps, ReactNode } from 'react'
import { controlId, errorIdOf } from '@/components/documents/builder/issues'
import { cx } from '@/components/ui/class-names'
import { FieldError } from '@/components/ui/forms/field-error'

export type CellControl = Pick<ComponentProps<'input'>, 'id' | 'aria-describedby' | 'aria-invalid'>

type Props = {
  /** Its path in the draft. */
  field: string
  label: ReactNode
  error?: string | undefined
  className?: string
  /** In a row of the table: its label shows only where the headings do not, its error stands below the row. */
  isInTable?: boolean
  children: (control: CellControl) => ReactNode
}

/** A control on the paper with its label and its error. */
export function Cell({ field, label, error, className, isInTable, children }: Props) {
  const id = controlId(field)
  const errorId = error ? errorIdOf(field) : undefined
  return (
    <div className={cx('grid min-w-0 grid-cols-1 content-start gap-0.5', className)}>
      <label htmlFor={id} className={cx('text-small text-quiet', isInTable && 'sm:sr-only')}>
        {label}
      </label>
      {children({ id, 'aria-describedby': errorId, 'aria-invalid': error ? true : undefined })}
      {!isInTable && <FieldError id={errorId} message={error} />}
    </div>
  )
}
