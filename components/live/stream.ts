export type LiveState = 'connecting' | 'connected' | 'reconnecting' | 'offline'

/** What became stale; without `invoiceIds`, any invoice may have. */
export type LiveChange = { topics: ('invoices' | 'clients' | 'workspace')[]; invoiceIds?: string[] }

type Options = {
  url: string
  onChange: (change: LiveChange) => void
  /** Anything may have changed unheard: before the stream was open, or while it was broken. */
  onCatchUp: () => void
  onState: (state: LiveState) => void
}

const POLL_MS = 15_000

/**
 * Follows the changes of the workspace while the page is visible. While the stream is broken, it catches up by the
 * clock instead.
 * @returns how to stop
 */
export function followChanges({ url, onChange, onCatchUp, onState }: Options) {
  const listening = new AbortController()
  let source: EventSource | undefined
  let polling: ReturnType<typeof setInterval> | undefined

  function followWhileVisible() {
    if (document.hidden) close()
    else open()
  }

  function open() {
    source?.close()
    source = new EventSource(url)
    source.onopen = settle
    source.onmessage = (event) => onChange(JSON.parse(event.data))
    source.onerror = bridge
  }

  function close() {
    source?.close()
    stopPolling()
  }

  function settle() {
    stopPolling()
    onState('connected')
    onCatchUp()
  }

  function bridge() {
    onState(navigator.onLine ? 'reconnecting' : 'offline')
    polling ??= setInterval(poll, POLL_MS)
  }

  function poll() {
    onCatchUp()
    // The browser tries again after a lost connection, but not after an answer that was no stream.
    if (source?.readyState === EventSource.CLOSED) open()
  }

  function stopPolling() {
    clearInterval(polling)
    polling = undefined
  }

  const { signal } = listening
  document.addEventListener('visibilitychange', followWhileVisible, { signal })
  window.addEventListener('online', followWhileVisible, { signal })
  window.addEventListener('offline', bridge, { signal })
  followWhileVisible()
  return () => {
    listening.abort()
    close()
  }
}
