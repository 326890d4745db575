import type { ReactNode } from 'react'

type Props = { title: string; children: ReactNode; action: ReactNode }

/** A page that only says something: what happened, and the next step. */
export function PageMessage({ title, children, action }: Props) {
  return (
    <div className="mx-auto grid min-h-[60dvh] max-w-md content-center justify-items-start gap-3 gutter py-16">
      <h1 className="text-title font-strong">{title}</h1>
      <div className="text-quiet">{children}</div>
      <div className="mt-2">{action}</div>
    </div>
  )
}
