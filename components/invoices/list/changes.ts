import { invoiceName } from '@/components/invoices/invoice-name'
import { statusLabel } from '@/components/invoices/status-badge'
import { badgeOf } from '@/lib/invoices/status'
import type { InvoiceSummary } from '@/lib/invoices/view'

/** What to say aloud when rows changed under the reader: each new status, in one sentence. Empty when none did. */
export function statusChanges(before: InvoiceSummary[], after: InvoiceSummary[], today: string) {
  const known = new Map(before.map((invoice) => [invoice.id, badgeOf(invoice, today)]))
  const sentences = after.flatMap((invoice) => {
    const [was, is] = [known.get(invoice.id), badgeOf(invoice, today)]
    return was && was !== is ? `${sentenceCase(invoiceName(invoice))} is now: ${statusLabel(is)}.` : []
  })
  return sentences.join(' ')
}

function sentenceCase(text: string) {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
