import { ArrowRight, PencilLine } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { allowedActions } from '@/lib/invoices/allowed-actions'
import type { InvoiceSummary } from '@/lib/invoices/view'
import { paths } from '@/lib/paths'

/** What a draft waits for. */
export function DraftActions({ invoice }: { invoice: InvoiceSummary }) {
  const { send } = allowedActions(invoice)
  if (!send.allowed) {
    return (
      <Button variant="primary" reason={send.reason}>
        Review and send
      </Button>
    )
  }
  return (
    <>
      <ButtonLink href={paths.editInvoice(invoice.id)}>
        <PencilLine aria-hidden />
        Edit
      </ButtonLink>
      <ButtonLink href={paths.reviewInvoice(invoice.id)} variant="primary">
        Review and send
        <ArrowRight aria-hidden />
      </ButtonLink>
    </>
  )
}
