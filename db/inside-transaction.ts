import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

const running = new AsyncLocalStorage<{ open: boolean }>()

/** Runs the body of a transaction, so that `refuseInsideTransaction` knows of it wherever the body calls. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const state = { open: true }
  try {
    return await running.run(state, work)
  } finally {
    // What the body left running in the background keeps this context, and may use the database again.
    state.open = false
  }
}

/**
 * Throws inside a transaction. PGlite has one session: whatever asks for it from within would wait for itself for ever,
 * and PostgreSQL would hold two connections for one request.
 */
export function refuseInsideTransaction() {
  if (running.getStore()?.open) throw new Error('Inside a transaction use its tx, not the database itself.')
}

/** A handle that throws when it is used inside a transaction. */
export function refusedInsideTransaction<T extends object>(handle: T): T {
  return new Proxy(handle, {
    get(target, key) {
      refuseInsideTransaction()
      return Reflect.get(target, key)
    },
  })
}
