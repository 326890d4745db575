import type { Resolver } from 'react-hook-form'
import type { Draft } from '@/lib/invoices/draft'
import { checkSendable, type SendContext } from '@/lib/invoices/sendable'
import { readDraft } from '@/lib/invoices/typed-draft'
import { issuesOf } from '@/lib/issues'
import { errorsFrom } from './issues'

/** Says everything that keeps the typed draft from being sent: the same rules as the action's. */
export function sendableResolver(locale: string, context: () => SendContext): Resolver<Draft> {
  return async (typed) => {
    const { draft, issues: unread } = readDraft(typed, locale)
    // Loaded when it is first needed: most of the form's weight is its schema.
    const { draftSchema } = await import('@/lib/invoices/schema')
    const { error } = draftSchema.safeParse(draft)
    const issues = [...unread, ...(error ? issuesOf(error) : []), ...checkSendable(draft, context())]
    return issues.length === 0 ? { values: typed, errors: {} } : { values: {}, errors: errorsFrom(issues) }
  }
}
