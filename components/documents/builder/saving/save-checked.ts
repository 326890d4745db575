import type { SaveDraft } from '@/lib/documents/draft/saving'
import { issuesOf } from '@/lib/issues'
import { refuse } from '@/lib/result'

/** Saves a draft that may be saved. What may not, such as a megabyte pasted into the memo, never leaves the page. */
export function checkedSave(save: SaveDraft): SaveDraft {
  return async (input) => {
    const { draftSchema } = await import('@/lib/documents/schema')
    const { error } = draftSchema.safeParse(input.draft)
    if (!error) return save(input)
    const issues = issuesOf(error)
    const [first] = issues
    return refuse(first?.code ?? 'invalid', first?.message ?? 'Check what you entered.', { issues })
  }
}
