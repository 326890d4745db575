import type { ReactNode } from 'react'
import { Due } from '@/components/invoices/due'
import { Moment } from '@/components/ui/text/moment'
import type { InvoiceDetail, InvoiceStatus } from '@/lib/invoices/view'

type Props = { invoice: InvoiceDetail; today: string }

/** What the status means for this invoice, with its date. */
export function Standing({ invoice, today }: Props) {
  return SENTENCES[invoice.status](invoice, today)
}

const SENTENCES: Record<InvoiceStatus, (invoice: InvoiceDetail, today: string) => ReactNode> = {
  draft: () => 'Not sent yet',
  open: (invoice, today) => (
    <>
      Due <Due invoice={invoice} today={today} />
      {!invoice.sentAt && ', not e-mailed'}
    </>
  ),
  paid: ({ paidAt, paidOutOfBand }) => (
    <>
      Paid {paidOutOfBand && 'outside Stripe '}
      {paidAt && <Moment at={paidAt} />}
    </>
  ),
  void: ({ voidedAt }) => <>Void{voidedAt && [' since ', <Moment key="at" at={voidedAt} />]}</>,
  uncollectible: ({ markedUncollectibleAt: at }) => (
    <>Written off{at && [' ', <Moment key="at" at={at} />]}</>
  ),
}
