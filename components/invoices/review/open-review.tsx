import { Hydrated } from '@/components/live/hydrated'
import { can } from '@/lib/access'
import type { Member } from '@/lib/accounts/member'
import { env } from '@/lib/boot/env'
import { clock } from '@/lib/clock'
import { hintsOf } from '@/lib/documents/checks/hints'
import { checkSendable, type SendContext } from '@/lib/documents/checks/sendable'
import { type Draft, withoutSpareLines } from '@/lib/documents/draft/draft'
import type { StoredDraft } from '@/lib/documents/draft/saving'
import { fieldName } from '@/lib/documents/field-path'
import { invoiceKeys } from '@/lib/invoices/query-options'
import type { InvoiceDetail } from '@/lib/invoices/view'
import { Review } from './review'

type Props = { member: Member; invoice: InvoiceDetail; stored: StoredDraft | null }

/** The last look before sending. What is wrong is found here, on the server, by the rules of the sending itself. */
export function OpenReview({ member, invoice, stored }: Props) {
  const today = clock.today(member.workspace.timeZone)
  const draft = stored && withoutSpareLines(stored.draft)
  return (
    <Hydrated queryKey={invoiceKeys.detail(invoice.id)} data={invoice}>
      <Review
        id={invoice.id}
        businessName={member.workspace.name}
        canSend={can(member, 'invoices.send')}
        isTest={env().stripeMode === 'emulator'}
        today={today}
        checks={{
          version: stored?.version ?? invoice.version,
          issues: draft ? namedIssues(draft, { today, clientEmail: invoice.customerEmail || null }) : [],
          hints: draft ? hintsOf(draft, today) : [],
        }}
      />
    </Hydrated>
  )
}

function namedIssues(draft: Draft, context: SendContext) {
  return checkSendable(draft, context).map(({ field, message }) => ({
    field,
    name: fieldName(field),
    message,
  }))
}
