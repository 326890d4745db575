'use client'

import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icons/icon'
import { Moment } from '@/components/ui/text/moment'
import { refreshInvoice } from '@/lib/invoices/actions'
import type { InvoiceDetail } from '@/lib/invoices/view'

type Props = { invoice: Pick<InvoiceDetail, 'id' | 'syncedAt' | 'hasStripeInvoice'>; isStale: boolean }

/** How old our copy of Stripe's truth is, and the way to read it anew. */
export function Freshness({ invoice: { id, syncedAt, hasStripeInvoice }, isStale }: Props) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isChecking, startChecking] = useTransition()
  if (!hasStripeInvoice || !syncedAt) return null

  const isDoubtful = isStale || refusal !== null
  const icon = isDoubtful ? 'triangle-alert' : 'circle-check'
  const check = () =>
    startChecking(async () => {
      const result = await refreshInvoice({ id }).catch(() => ({ ok: false, message: UNREACHABLE }) as const)
      setRefusal(result.ok ? null : result.message)
    })

  return (
    <div className="grid gap-1 border-t pt-3 text-small text-quiet">
      <div className="flex items-center gap-2">
        <Icon name={icon} className={isDoubtful ? 'text-amber' : 'text-green'} />
        <p className="grow" role="status">
          {isDoubtful ? 'Our copy, checked ' : 'Matches Stripe, checked '}
          <Moment at={syncedAt} show="time" />
        </p>
        <Button variant="quiet" pending={isChecking} onClick={check}>
          Check now
        </Button>
      </div>
      {refusal && <p className="text-red">{refusal}</p>}
    </div>
  )
}

const UNREACHABLE = 'Centwise could not be reached. Check your connection and try again.'
