'use client'

import type { DocumentKind } from '@/components/documents/builder/builder-context'
import { BuilderPage } from '@/components/documents/builder/builder-page'
import type { BilledClient } from '@/components/documents/builder/saving/kept-drafts'
import { checkSendable } from '@/lib/documents/checks/sendable'
import type { StoredDraft } from '@/lib/documents/draft/saving'
import { saveDraft } from '@/lib/invoices/actions'
import { paths } from '@/lib/paths'

const INVOICE: DocumentKind = {
  words: {
    title: 'Invoice',
    newTitle: 'New invoice',
    draftTitle: 'Draft invoice',
    unnumbered: 'Numbered when sent',
    next: 'Review',
  },
  save: saveDraft,
  check: checkSendable,
  editPath: paths.editInvoice,
  nextPath: paths.reviewInvoice,
}

type Props = { stored: StoredDraft; client: BilledClient | null; today: string; businessName: string }

/** The builder, for an invoice. */
export function InvoiceEditor(props: Props) {
  return <BuilderPage kind={INVOICE} {...props} />
}
