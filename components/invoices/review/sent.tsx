'use client'

import { FinalActions } from '@/components/invoices/detail/final-actions'
import { StatusBadge } from '@/components/invoices/status-badge'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icons/icon'
import { Notice } from '@/components/ui/states/notice'
import { Money } from '@/components/ui/text/money'
import { useToday } from '@/components/ui/text/today'
import type { InvoiceDetail } from '@/lib/invoices/view'
import { paths } from '@/lib/paths'
import { focusOnMount } from './focus'

/** The invoice is out: its number, its link, and where to go from here. */
export function Sent({ invoice }: { invoice: InvoiceDetail }) {
  const { id, number, clientName, customerEmail, totalMinor, currency, sentAt, send } = invoice
  const today = useToday()
  return (
    <>
      <h1
        ref={focusOnMount}
        tabIndex={-1}
        className="flex items-center gap-2 text-title font-strong outline-none"
      >
        <Icon name="circle-check" className="size-6 text-green" />
        {sentAt ? 'Sent' : 'Finalized'}
      </h1>
      <p>
        Invoice <strong>{number}</strong> for <Money minor={totalMinor} currency={currency} />{' '}
        {sentAt ? <>is on its way to {customerEmail}.</> : <>is final. {clientName} pays with the link.</>}{' '}
        <StatusBadge invoice={invoice} today={today} />
      </p>
      {send?.error && (
        <Notice tone="red" icon="triangle-alert">
          <p className="font-strong">It was not e-mailed</p>
          <p>{send.error.message} Its link works: copy it, or send it again from the invoice.</p>
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <FinalActions invoice={invoice} />
      </div>
      <div className="flex flex-wrap gap-2 border-t pt-4">
        <ButtonLink href={paths.invoice(id)}>Open the invoice</ButtonLink>
        <ButtonLink href={paths.newInvoice} variant="accent">
          <Icon name="plus" />
          New invoice
        </ButtonLink>
      </div>
    </>
  )
}
