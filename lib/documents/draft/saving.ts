import type { Result } from '@/lib/result'
import type { Draft } from './draft'

/** A draft as it is kept, for the builder and for a save that met a newer version. */
export type StoredDraft = { id: string; version: number; draft: Draft; updatedAt: string }

export type SaveOutcome =
  | { state: 'saved'; version: number; savedAt: string }
  /** Somebody else saved in between; nothing was written. */
  | { state: 'conflict'; stored: StoredDraft }

/** Keeps a draft over the version it was made from; 0 for one that was never kept. */
export type SaveDraft = (save: { id: string; version: number; draft: Draft }) => Promise<Result<SaveOutcome>>
