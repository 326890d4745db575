import type { Resolver } from 'react-hook-form'
import { errorsFrom } from '@/components/documents/builder/issues'
import type { Draft } from '@/lib/documents/draft/draft'
import { readDraft } from '@/lib/documents/draft/typed'
import { type Issue, issuesOf } from '@/lib/issues'

/** Says everything that keeps the typed draft from going on: the same rules as the action's. */
export function draftResolver(locale: string, check: (draft: Draft) => Issue[]): Resolver<Draft> {
  return async (typed) => {
    const { draft, issues: unread } = readDraft(typed, locale)
    // Loaded when it is first needed: most of the form's weight is its schema.
    const { draftSchema } = await import('@/lib/documents/schema')
    const { error } = draftSchema.safeParse(draft)
    const issues = [...unread, ...(error ? issuesOf(error) : []), ...check(draft)]
    return issues.length === 0 ? { values: typed, errors: {} } : { values: {}, errors: errorsFrom(issues) }
  }
}
