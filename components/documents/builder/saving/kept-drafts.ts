import type { ClientSummary } from '@/lib/clients/view'
import { type Draft, withEveryField } from '@/lib/documents/draft/draft'

/** A draft as its writer left it: numbers as typed, and whether all of it is saved. */
export type KeptDraft = {
  id: string
  version: number
  typed: Draft
  client: BilledClient | null
  savedAt: string | null
  isUnsaved: boolean
}

export type BilledClient = Pick<ClientSummary, 'id' | 'name' | 'email'>

// In memory only: nothing of a business is left behind in the browser.
const kept = new Map<string, KeptDraft>()

export function keepDraft(draft: KeptDraft) {
  kept.set(draft.id, draft)
}

/** What was typed here before, unless the server has a newer version and nothing here would be lost. */
export function keptDraft(id: string, serverVersion: number) {
  const draft = kept.get(id)
  return draft && (draft.isUnsaved || draft.version >= serverVersion) ? draft : undefined
}

const HANDOVER = 'centwise:handover'

/** Carries the draft over one reload of this tab, for when the page itself is out of date. */
export function handOver(id: string) {
  const draft = kept.get(id)
  if (draft) sessionStorage.setItem(HANDOVER, JSON.stringify(draft))
}

let received: KeptDraft | null | undefined

/** The other end of `handOver`: the draft this page was reloaded with. It is taken out of the storage at once. */
export function receivedDraft() {
  received ??= takeHandover()
  return received
}

function takeHandover(): KeptDraft | null {
  const text = sessionStorage.getItem(HANDOVER)
  if (text === null) return null
  sessionStorage.removeItem(HANDOVER)
  const kept: KeptDraft = JSON.parse(text)
  // The page it comes from may be older than the fields of this one.
  return { ...kept, typed: withEveryField(kept.typed) }
}
