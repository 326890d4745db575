import 'server-only'
import { type Change, listen } from '@/db/notify'

/** What a screen hears: what became stale. Without ids, any invoice may have. */
export type LiveEvent = Pick<Change, 'topics' | 'invoiceIds'>

type Subscriber = {
  onChange(event: LiveEvent): void
  /** This process is about to end. */
  onEnd(): void
}

declare global {
  // On globalThis, because development reloads this module while streams stay open.
  var centwiseStreams: Set<Subscriber> | undefined
}

const EVERYTHING: LiveEvent = { topics: ['invoices', 'clients', 'workspace'] }

/**
 * Hears what changes in one workspace, in whichever process it changed: PostgreSQL carries the news.
 * @returns how to stop hearing
 */
export async function subscribe(workspaceId: string, subscriber: Subscriber): Promise<() => Promise<void>> {
  const stop = await listen({
    workspaceId,
    onChange: ({ topics, invoiceIds }) => subscriber.onChange({ topics, invoiceIds }),
    onReconnect: () => subscriber.onChange(EVERYTHING),
  })
  streams().add(subscriber)
  return async () => {
    streams().delete(subscriber)
    await stop()
  }
}

/** Ends every stream: a server that is told to stop waits for its open answers. */
export function endStreams() {
  for (const { onEnd } of [...streams()]) onEnd()
}

function streams() {
  globalThis.centwiseStreams ??= new Set()
  return globalThis.centwiseStreams
}
