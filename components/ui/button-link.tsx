import { type ButtonVariant, buttonStyle } from './button-style'
import { Link, type LinkProps } from './link'

type Props = LinkProps & { variant?: ButtonVariant }

/** A link that looks like a button: it goes somewhere, a button does something. */
export function ButtonLink({ variant, className, ...props }: Props) {
  return <Link {...props} className={buttonStyle(variant, className)} />
}
