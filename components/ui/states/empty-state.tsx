import type { ReactNode } from 'react'

type Props = { title: string; children?: ReactNode; action?: ReactNode }

/** Nothing here yet: one sentence on the next step, one action. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="grid justify-items-center gap-2 px-4 py-16 text-center">
      <h2 className="text-lead font-strong">{title}</h2>
      {children && <p className="max-w-sm text-quiet">{children}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}
