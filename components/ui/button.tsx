import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonStyle } from './button-style'
import { cx } from './class-names'
import { Spinner } from './states/spinner'

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant
  /** Keeps its width and its focus, but does nothing until it is over. */
  pending?: boolean
  /** Why it cannot be pressed now. It stays reachable, so that the reason can be read. */
  reason?: string
}

export function Button({ variant, pending, reason, className, children, ...props }: ButtonProps) {
  const inert = pending || reason !== undefined
  return (
    <button
      {...props}
      type={inert ? 'button' : (props.type ?? 'button')}
      onClick={inert ? undefined : props.onClick}
      aria-disabled={inert || undefined}
      aria-busy={pending || undefined}
      title={reason ?? props.title}
      className={buttonStyle(variant, cx(pending && 'relative', className))}
    >
      <span className={cx('contents', pending && '*:opacity-0 text-transparent')}>{children}</span>
      {pending && <Spinner className="absolute" />}
    </button>
  )
}
