'use client'

import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icons/icon'
import { dismiss, noToasts, shownToasts, subscribe, type Toast } from './toasts'

/** Where `notify` speaks. The region stands empty from the first paint: only then is it read out. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribe, shownToasts, noToasts)
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-20 z-50 grid justify-items-center gap-2 sm:bottom-6"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
}

function ToastCard({ toast: { id, message, action } }: { toast: Toast }) {
  function act() {
    action?.run()
    dismiss(id)
  }

  return (
    <div className="motion pointer-events-auto flex max-w-md items-center gap-3 rounded border bg-float py-1 pr-1 pl-4 shadow-float starting:translate-y-2 starting:opacity-0">
      <p className="py-1.5">{message}</p>
      {action && (
        <Button variant="accent" onClick={act}>
          {action.label}
        </Button>
      )}
      <Button variant="quiet" onClick={() => dismiss(id)} aria-label="Dismiss" className="px-2">
        <Icon name="x" />
      </Button>
    </div>
  )
}
