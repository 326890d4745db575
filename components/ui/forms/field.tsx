import { type ReactNode, useId } from 'react'
import { cx } from '@/components/ui/class-names'
import { FieldError } from './field-error'

/** What ties a control to its label, hint and error; spread it on the control. */
export type FieldControl = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

type Props = {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean
  /** The label is read out but not shown. */
  labelHidden?: boolean
  className?: string
  children: (control: FieldControl) => ReactNode
}

export function Field({ label, hint, error, optional, labelHidden, className, children }: Props) {
  const id = useId()
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const control: FieldControl = {
    id,
    'aria-describedby': cx(errorId, hintId) || undefined,
    'aria-invalid': error ? true : undefined,
  }

  return (
    <div className={cx('grid content-start gap-1', className)}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'font-strong'}>
        {label}
        {optional && <span className="font-normal text-quiet"> (optional)</span>}
      </label>
      {children(control)}
      <FieldError id={errorId} message={error} />
      {hint && (
        <p id={hintId} className="text-small text-quiet">
          {hint}
        </p>
      )}
    </div>
  )
}
