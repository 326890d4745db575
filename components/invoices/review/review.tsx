'use client'

import { useQuery } from '@tanstack/react-query'
import { DocumentPaper } from '@/components/documents/paper/paper'
import { Missing } from '@/components/ui/text/missing'
import { invoiceQuery } from '@/lib/invoices/query-options'
import { isSending } from '@/lib/invoices/status'
import type { Checks } from './checks'
import { ReadyToSend } from './ready-to-send'
import { Sending } from './sending'
import { Sent } from './sent'
import { useSend } from './use-send'

const SENDING_POLL_MS = 1_000

type Props = {
  id: string
  businessName: string
  canSend: boolean
  isTest: boolean
  today: string
  checks: Checks
}

/**
 * Shows the invoice as it stands at this moment: ready, being sent, or sent. So the back button, a reload or a second
 * tab never offers to send what is already out.
 */
export function Review({ id, businessName, ...facts }: Props) {
  const { data: invoice } = useQuery({
    ...invoiceQuery(id),
    refetchInterval: ({ state }) => state.data && isSending(state.data) && SENDING_POLL_MS,
  })
  const sending = useSend(id)
  if (!invoice) return <Missing />

  return (
    <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="grid gap-5 lg:sticky lg:top-20 lg:order-last">
        {invoice.status !== 'draft' ? (
          <Sent invoice={invoice} />
        ) : sending.isPending || isSending(invoice) ? (
          <Sending step={invoice.send?.step} isSlow={(invoice.send?.tries ?? 0) > 1} />
        ) : (
          <ReadyToSend invoice={invoice} sending={sending} {...facts} />
        )}
      </div>
      <DocumentPaper paper={invoice} title="Invoice" businessName={businessName} />
    </div>
  )
}
