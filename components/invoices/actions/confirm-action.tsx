'use client'

import { useQueryClient } from '@tanstack/react-query'
import { invoiceName } from '@/components/invoices/invoice-name'
import { ConfirmDialog } from '@/components/ui/overlays/confirm-dialog'
import { notify } from '@/components/ui/overlays/toasts'
import { invoiceKeys, invoiceQuery } from '@/lib/invoices/query-options'
import type { InvoiceSummary } from '@/lib/invoices/view'
import { CONFIRMATIONS, type ConfirmedAction } from './confirmations'

type Props = { action: ConfirmedAction; invoice: InvoiceSummary; onClose: () => void; onDone?: () => void }

export function ConfirmAction({ action, invoice, onClose, onDone }: Props) {
  const queries = useQueryClient()
  const { question, consequence, verb, danger, run, done } = CONFIRMATIONS[action]

  async function confirm() {
    try {
      const latest = await queries.fetchQuery({ ...invoiceQuery(invoice.id), staleTime: 0 })
      const result = await run(latest)
      if (!result.ok) return result
    } catch {
      return { message: 'Centwise could not be reached. Check your connection and try again.' }
    }
    notify(done)
    onDone?.()
    await queries.invalidateQueries({ queryKey: invoiceKeys.lists })
    return null
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={question(invoiceName(invoice))}
      consequence={consequence(invoice)}
      verb={verb}
      danger={danger}
      onConfirm={confirm}
    />
  )
}
