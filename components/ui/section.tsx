import { type ReactNode, useId } from 'react'

export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="border-b pb-2 font-strong">
        {title}
      </h2>
      {children}
    </section>
  )
}
