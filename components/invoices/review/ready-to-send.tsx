'use client'

import { useRouter } from 'next/navigation'
import type { KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Icon } from '@/components/ui/icons/icon'
import { ErrorState } from '@/components/ui/states/error-state'
import { finalizeInvoice, sendInvoice } from '@/lib/invoices/actions'
import type { InvoiceDetail } from '@/lib/invoices/view'
import { paths } from '@/lib/paths'
import { type Checks, ChecksList } from './checks'
import { focusOnMount } from './focus'
import { Summary } from './summary'
import type { SendState } from './use-send'

type Props = {
  invoice: InvoiceDetail
  sending: SendState
  checks: Checks
  canSend: boolean
  isTest: boolean
  today: string
}

export function ReadyToSend({ invoice, sending, checks, canSend, isTest, today }: Props) {
  const { id, version } = invoice
  const router = useRouter()
  const reason = reasonNotToSend(checks, version, canSend)
  const refusal = sending.refusal ?? invoice.send?.error

  // From the heading, where the focus lands: Enter sends, Escape goes back. A key held down from before does neither.
  function onKeyDown({ key, repeat, target, currentTarget }: KeyboardEvent<HTMLElement>) {
    if (repeat || target !== currentTarget) return
    if (key === 'Enter' && !reason) sending.send(sendInvoice, version)
    if (key === 'Escape') router.push(paths.editInvoice(id))
  }

  return (
    <>
      <h1
        ref={focusOnMount}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className="text-title font-strong outline-none"
      >
        Review and send
      </h1>
      <Summary invoice={invoice} today={today} />
      {refusal && (
        <ErrorState title="It was not sent" requestId={sending.refusal?.requestId}>
          {refusal.message}
        </ErrorState>
      )}
      <ChecksList id={id} checks={checks} />
      {isTest && (
        <p className="text-small text-quiet">
          Test mode: nobody gets an e-mail. You find it in the outbox, and pay with the card 4242 4242 4242
          4242.
        </p>
      )}
      <div className="grid gap-2">
        <Button
          variant="primary"
          className="h-10"
          pending={sending.isPending}
          reason={reason}
          onClick={() => sending.send(sendInvoice, version)}
        >
          <Icon name="send" />
          Send invoice
        </Button>
        <Button reason={reason} onClick={() => sending.send(finalizeInvoice, version)}>
          Finalize without e-mail
        </Button>
        {reason && <p className="text-small text-quiet">{reason}</p>}
        <ButtonLink href={paths.editInvoice(id)} variant="quiet">
          <Icon name="arrow-left" />
          Back to editing
        </ButtonLink>
      </div>
    </>
  )
}

function reasonNotToSend({ issues, version }: Checks, shown: number, canSend: boolean) {
  if (!canSend) return 'Your role in this business does not allow sending.'
  if (issues.length > 0) return 'Put right what is listed above first.'
  return version === shown
    ? undefined
    : 'The draft was changed meanwhile. Reload this page to look at it again.'
}
