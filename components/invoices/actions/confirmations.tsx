import type { ReactNode } from 'react'
import { Money } from '@/components/ui/text/money'
import { deleteDraft, markPaid, markUncollectible, sendAgain, voidInvoice } from '@/lib/invoices/actions'
import type { InvoiceDetail, InvoiceSummary } from '@/lib/invoices/view'
import type { Result } from '@/lib/result'

/** What is done only after a second look. */
export type ConfirmedAction = 'send_again' | 'mark_paid' | 'mark_uncollectible' | 'void' | 'delete_draft'

export type Confirmation = {
  question: (name: string) => string
  consequence: (invoice: InvoiceSummary) => ReactNode
  verb: string
  danger?: boolean
  /** Takes the invoice as it stands when the button is pressed. */
  run: (invoice: Pick<InvoiceDetail, 'id' | 'version'>) => Promise<Result<unknown>>
  done: string
}

export const CONFIRMATIONS: Record<ConfirmedAction, Confirmation> = {
  send_again: {
    question: (name) => `Send ${name} again?`,
    consequence: ({ clientName }) =>
      `Stripe e-mails ${clientName ?? 'your client'} the invoice and its link once more.`,
    verb: 'Send again',
    run: ({ id }) => sendAgain({ id }),
    done: 'Sent again',
  },
  mark_paid: {
    question: (name) => `Mark ${name} as paid?`,
    consequence: ({ amountRemainingMinor, currency }) => (
      <>
        Use this when <Money minor={amountRemainingMinor} currency={currency} /> reached you outside Stripe,
        by bank transfer or in cash. Your client can no longer pay online. It cannot be undone.
      </>
    ),
    verb: 'Mark as paid',
    run: ({ id }) => markPaid({ id }),
    done: 'Marked as paid',
  },
  mark_uncollectible: {
    question: (name) => `Write off ${name}?`,
    consequence: () =>
      'You no longer expect this money, and it stops counting as outstanding. Your client can still pay.',
    verb: 'Mark uncollectible',
    run: ({ id }) => markUncollectible({ id }),
    done: 'Marked uncollectible',
  },
  void: {
    question: (name) => `Void ${name}?`,
    consequence: () =>
      'Your client can no longer pay it, and its page says that it is void. It cannot be undone.',
    verb: 'Void invoice',
    danger: true,
    run: ({ id }) => voidInvoice({ id }),
    done: 'Voided',
  },
  delete_draft: {
    question: (name) => `Delete ${name}?`,
    consequence: () => 'It was never sent, so nobody else notices. It cannot be brought back.',
    verb: 'Delete draft',
    danger: true,
    run: ({ id, version }) => deleteDraft({ id, version }),
    done: 'Draft deleted',
  },
}
