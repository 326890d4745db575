'use client'

import { copyPayLink } from '@/components/invoices/actions/pay-link'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import { Icon } from '@/components/ui/icons/icon'
import type { InvoiceSummary } from '@/lib/invoices/view'
import { paths } from '@/lib/paths'

/** What a finalized invoice is opened for: its link, its page and its PDF. */
export function FinalActions({ invoice: { id, status } }: { invoice: InvoiceSummary }) {
  return (
    <>
      <a href={paths.api.pdf(id)} target="_blank" rel="noreferrer" className={buttonStyle()}>
        <Icon name="file-down" />
        PDF
      </a>
      <a href={paths.api.pay(id)} target="_blank" rel="noreferrer" className={buttonStyle()}>
        <Icon name="external-link" />
        {status === 'open' ? 'Open payment page' : 'Open client page'}
      </a>
      {status === 'open' && (
        <Button variant="primary" onClick={() => copyPayLink(id)}>
          <Icon name="link" />
          Copy payment link
        </Button>
      )}
    </>
  )
}
