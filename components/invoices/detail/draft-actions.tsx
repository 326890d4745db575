import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icons/icon'
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
        <Icon name="pencil-line" />
        Edit
      </ButtonLink>
      <ButtonLink href={paths.reviewInvoice(invoice.id)} variant="primary">
        Review and send
        <Icon name="arrow-right" />
      </ButtonLink>
    </>
  )
}
