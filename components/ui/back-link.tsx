import { Icon } from '@/components/ui/icons/icon'
import { Link, type LinkProps } from './link'

/** Up to the list that a page belongs to. */
export function BackLink({ children, ...props }: LinkProps) {
  return (
    <Link
      {...props}
      className="motion inline-flex items-center gap-1 justify-self-start rounded text-quiet hover:text-ink pointer-coarse:py-2"
    >
      <Icon name="arrow-left" />
      {children}
    </Link>
  )
}
