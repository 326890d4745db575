'use client'

import { useQuery } from '@tanstack/react-query'
import { DocumentPaper } from '@/components/documents/paper/paper'
import { Missing } from '@/components/ui/text/missing'
import { useToday } from '@/components/ui/text/today'
import { RequestFailed } from '@/lib/http/get-json'
import { invoiceQuery } from '@/lib/invoices/query-options'
import { isSending } from '@/lib/invoices/status'
import { ActionBar } from './action-bar'
import { Freshness } from './freshness'
import { Heading } from './heading'
import { Notices } from './notices'
import { Payments } from './payments'
import { Timeline } from './timeline'

const SENDING_POLL_MS = 2_000

type Props = { id: string; businessName: string; canWrite: boolean }

/** One invoice, kept up to date: what it stands at, the document, and how it came to be so. */
export function InvoiceView({ id, businessName, canWrite }: Props) {
  const { data: invoice, error } = useQuery({
    ...invoiceQuery(id),
    refetchInterval: ({ state }) => state.data && isSending(state.data) && SENDING_POLL_MS,
  })
  const today = useToday()
  if (!invoice || (error instanceof RequestFailed && error.status === 404)) return <Missing />

  return (
    <div className="grid gap-6">
      <Heading invoice={invoice} today={today}>
        <ActionBar invoice={invoice} canWrite={canWrite} />
      </Heading>
      <Notices invoice={invoice} />
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <DocumentPaper paper={invoice} title="Invoice" businessName={businessName} />
        <aside className="grid gap-8">
          <Payments payments={invoice.payments} />
          <Timeline entries={invoice.timeline} />
          <Freshness invoice={invoice} isStale={error !== null} />
        </aside>
      </div>
    </div>
  )
}
