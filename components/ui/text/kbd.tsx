import type { ReactNode } from 'react'

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded border border-b-2 bg-paper px-1 text-center font-sans text-small text-quiet">
      {children}
    </kbd>
  )
}
