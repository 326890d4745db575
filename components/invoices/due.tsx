'use client'

import { Day } from '@/components/ui/text/day'
import { useLocale } from '@/components/ui/text/locale'
import { relativeDays } from '@/lib/dates'
import type { InvoiceSummary } from '@/lib/invoices/view'

type Props = { invoice: Pick<InvoiceSummary, 'status' | 'dueDate'>; today: string }

/** When it is due, first as people say it; once nobody waits any more, only the date. */
export function Due({ invoice: { status, dueDate }, today }: Props) {
  const { locale } = useLocale()
  if (!dueDate) return <span className="text-quiet">{status === 'draft' ? 'Once sent' : 'No due date'}</span>
  if (status !== 'open') return <Day date={dueDate} className="text-quiet" />
  return (
    <>
      <span className={dueDate < today ? 'text-red' : undefined}>{relativeDays(dueDate, today, locale)}</span>{' '}
      <Day date={dueDate} className="text-small whitespace-nowrap text-quiet" />
    </>
  )
}
