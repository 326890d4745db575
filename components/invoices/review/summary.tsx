'use client'

import { Day } from '@/components/ui/text/day'
import { Money } from '@/components/ui/text/money'
import { relativeDays } from '@/lib/dates'
import { dueDateOf } from '@/lib/documents/values/terms'
import type { InvoiceDetail } from '@/lib/invoices/view'

type Props = { invoice: InvoiceDetail; today: string }

/** Who gets what, and by when it is to be paid, in one sentence. */
export function Summary({ invoice, today }: Props) {
  const { customerName, customerEmail, totalMinor, currency, terms, dueDate } = invoice
  const due = dueDate ?? dueDateOf(terms, today)
  return (
    <div className="grid gap-1">
      <p className="text-figure font-strong">
        <Money minor={totalMinor} currency={currency} />
      </p>
      <p>
        to <strong>{customerName ?? 'nobody yet'}</strong>
        {customerEmail && <> at {customerEmail}</>}, due {relativeDays(due, today, 'en')}, on{' '}
        <Day date={due} className="whitespace-nowrap" />.
      </p>
    </div>
  )
}
