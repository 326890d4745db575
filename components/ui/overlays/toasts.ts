export type Toast = {
  id: number
  message: string
  /** One thing to do about it, such as Undo. */
  action?: { label: string; run: () => void }
}

const SHOWN_MS = 6_000
const NONE: Toast[] = []

let toasts = NONE
let lastId = 0
const listeners = new Set<() => void>()

/** Says something at the foot of the page, and aloud. Never the only place of an error. */
export function notify(message: string, action?: Toast['action']) {
  const toast: Toast = { id: ++lastId, message, ...(action && { action }) }
  publish([...toasts.slice(-2), toast])
  setTimeout(() => dismiss(toast.id), SHOWN_MS)
}

export function dismiss(id: number) {
  publish(toasts.filter((toast) => toast.id !== id))
}

export function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export function shownToasts() {
  return toasts
}

export function noToasts() {
  return NONE
}

function publish(next: Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}
