import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonStyle } from './button-style'

type Props = ComponentProps<typeof Link> & { variant?: ButtonVariant }

/** A link that looks like a button: it goes somewhere, a button does something. */
export function ButtonLink({ variant, className, ...props }: Props) {
  return <Link {...props} className={buttonStyle(variant, className)} />
}
