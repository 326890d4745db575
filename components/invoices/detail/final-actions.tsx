'use client'

import { ExternalLink, FileDown, Link } from 'lucide-react'
import { copyPayLink } from '@/components/invoices/actions/pay-link'
import { Button } from '@/components/ui/button'
import { buttonStyle } from '@/components/ui/button-style'
import type { InvoiceSummary } from '@/lib/invoices/view'
import { paths } from '@/lib/paths'

/** What a finalized invoice is opened for: its link, its page and its PDF. */
export function FinalActions({ invoice: { id, status } }: { invoice: InvoiceSummary }) {
  return (
    <>
      <a href={paths.api.pdf(id)} target="_blank" rel="noreferrer" className={buttonStyle()}>
        <FileDown aria-hidden />
        PDF
      </a>
      <a href={paths.api.pay(id)} target="_blank" rel="noreferrer" className={buttonStyle()}>
        <ExternalLink aria-hidden />
        {status === 'open' ? 'Open payment page' : 'Open client page'}
      </a>
      {status === 'open' && (
        <Button variant="primary" onClick={() => copyPayLink(id)}>
          <Link aria-hidden />
          Copy payment link
        </Button>
      )}
    </>
  )
}
