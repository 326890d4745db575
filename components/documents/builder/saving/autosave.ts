import type { Draft } from '@/lib/documents/draft/draft'
import type { SaveDraft, SaveOutcome, StoredDraft } from '@/lib/documents/draft/saving'
import type { Refusal, Result } from '@/lib/result'

export type SaveStatus =
  /** `at`: ISO 8601; null while nothing was ever kept. */
  | { kind: 'saved'; at: string | null }
  | { kind: 'unsaved' | 'saving' }
  /** The server cannot be reached; tried again until it can. */
  | { kind: 'offline' }
  /** The server runs a newer build, which does not know this page's way to save. */
  | { kind: 'outdated' }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'conflict'; stored: StoredDraft }

type Options = {
  id: string
  version: number
  savedAt: string | null
  /** The draft as it stands now. */
  read: () => Draft
  save: SaveDraft
  isOutdated: (error: unknown) => boolean
}

const QUIET_MS = 800
const RETRY_MS = 5_000

/** Keeps a draft while it is written: one save at a time, a moment after the last change. */
export function createAutosave({ id, version, savedAt, read, save, isOutdated }: Options) {
  let status: SaveStatus = { kind: 'saved', at: savedAt }
  let isUnsaved = false
  let running: Promise<boolean> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  function show(next: SaveStatus) {
    status = next
    for (const listener of listeners) listener()
  }

  /** Something changed. */
  function touch() {
    isUnsaved = true
    if (status.kind === 'conflict' || status.kind === 'outdated') return
    if (status.kind !== 'saving') show({ kind: 'unsaved' })
    later(QUIET_MS)
  }

  function later(waitMs: number) {
    clearTimeout(timer)
    timer = setTimeout(flush, waitMs)
  }

  /** Saves what is unsaved now. False when it could not be kept; `status` says why. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer)
    while (isUnsaved) {
      if (status.kind === 'conflict') return false
      running ??= saveOnce().finally(() => {
        running = null
      })
      if (!(await running)) return false
    }
    return running ?? true
  }

  async function saveOnce() {
    isUnsaved = false
    show({ kind: 'saving' })
    try {
      return settle(await save({ id, version, draft: read() }))
    } catch (error) {
      if (isOutdated(error)) return stopAt({ kind: 'outdated' })
      later(RETRY_MS)
      return stopAt({ kind: 'offline' })
    }
  }

  function settle(result: Result<SaveOutcome>) {
    if (!result.ok) return stopAt({ kind: 'refused', refusal: result })
    if (result.value.state === 'conflict') return stopAt({ kind: 'conflict', stored: result.value.stored })
    version = result.value.version
    show(isUnsaved ? { kind: 'unsaved' } : { kind: 'saved', at: result.value.savedAt })
    return true
  }

  function stopAt(reason: SaveStatus) {
    isUnsaved = true
    show(reason)
    return false
  }

  /** Ends a conflict: what is written here goes on top of the version found there. */
  function keepMine() {
    if (status.kind !== 'conflict') return
    version = status.stored.version
    show({ kind: 'unsaved' })
    return flush()
  }

  /** Ends a conflict: the caller shows the stored draft from now on. */
  function takeTheirs() {
    if (status.kind !== 'conflict') return
    version = status.stored.version
    isUnsaved = false
    show({ kind: 'saved', at: status.stored.updatedAt })
  }

  return {
    touch,
    flush,
    keepMine,
    takeTheirs,
    status: () => status,
    version: () => version,
    isUnsaved: () => isUnsaved || running !== null,
    stop: () => clearTimeout(timer),
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
