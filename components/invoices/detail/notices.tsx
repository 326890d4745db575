import { Notice } from '@/components/ui/states/notice'
import type { InvoiceDetail } from '@/lib/invoices/view'

type Props = { invoice: InvoiceDetail }

/** What needs to be known before anything else is read. */
export function Notices({ invoice }: Props) {
  return (
    <div role="status" className="grid gap-2 empty:hidden">
      <Sending invoice={invoice} />
      <PaymentFailed invoice={invoice} />
    </div>
  )
}

function Sending({ invoice: { send, status } }: Props) {
  if (send?.state === 'open') {
    return (
      <Notice tone="blue" icon="send">
        {send.tries > 1
          ? 'Stripe has not answered yet. Sending goes on by itself; you can leave this page.'
          : 'This invoice is being sent. You can leave this page.'}
      </Notice>
    )
  }
  if (!send?.error || (status !== 'draft' && status !== 'open')) return null
  return (
    <Notice tone="red" icon="triangle-alert">
      <p className="font-strong">
        {status === 'draft'
          ? 'It was not sent, and the draft is as you left it'
          : 'It is final, but was not e-mailed'}
      </p>
      <p>{send.error.message}</p>
    </Notice>
  )
}

function PaymentFailed({ invoice: { status, paymentState, paymentError } }: Props) {
  if (status !== 'open' || paymentState !== 'failed') return null
  return (
    <Notice tone="red" icon="circle-x">
      <p className="font-strong">The last payment failed</p>
      <p>{paymentError ?? 'The bank gave no reason.'} Your client can try again with the same link.</p>
    </Notice>
  )
}
