import { cx } from './class-names'

export type ButtonVariant = 'primary' | 'secondary' | 'accent' | 'quiet' | 'danger'

const SHAPE =
  'motion inline-flex h-8 shrink-0 items-center justify-center gap-2 rounded border px-3 font-strong whitespace-nowrap ' +
  'select-none pointer-coarse:h-11 disabled:opacity-55 aria-disabled:opacity-55'

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border-edge bg-paper text-ink hover:bg-wash',
  accent: 'border-transparent text-accent hover:bg-accent-wash',
  quiet: 'border-transparent text-ink hover:bg-wash',
  danger: 'border-edge bg-paper text-red hover:border-red hover:bg-red-wash',
}

/** What a button looks like, for links that act as one. */
export function buttonStyle(variant: ButtonVariant = 'secondary', className?: string) {
  return cx(SHAPE, VARIANTS[variant], className)
}
