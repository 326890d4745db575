import type { Draft } from '@/lib/documents/draft'
import { saveDraft } from '@/lib/invoices/actions'
import { issuesOf } from '@/lib/issues'
import { refuse } from '@/lib/result'

type Input = { id: string; version: number; draft: Draft }

/** Saves a draft that may be saved. What may not, such as a megabyte pasted into the memo, never leaves the page. */
export async function saveChecked(input: Input) {
  const { draftSchema } = await import('@/lib/documents/schema')
  const { error } = draftSchema.safeParse(input.draft)
  if (!error) return saveDraft(input)
  const issues = issuesOf(error)
  const [first] = issues
  return refuse(first?.code ?? 'invalid', first?.message ?? 'Check what you entered.', { issues })
}
