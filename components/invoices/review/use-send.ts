'use client'

import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { sendInvoice } from '@/lib/invoices/actions'
import { invoiceKeys } from '@/lib/invoices/query-options'
import type { InvoiceDetail, InvoiceList, SendProgress } from '@/lib/invoices/view'
import { type Refusal, refuse } from '@/lib/result'

const UNKNOWN = refuse(
  'unknown',
  'The connection broke. If the sending had begun, it goes on by itself and shows here; nothing is sent twice.',
)

const BEGUN: SendProgress = { state: 'open', step: 'catalog', tries: 0, error: null }

type Press = { run: typeof sendInvoice; version: number }

/**
 * Sends once: from the press on, this page and every list of this tab show the invoice as being sent; a refusal puts
 * back what they showed before.
 */
export function useSend(id: string) {
  const queries = useQueryClient()
  const router = useRouter()
  const { mutate, isPending, data } = useMutation({
    // Offline it is refused at once, instead of being sent at a moment that nobody chose.
    networkMode: 'always',
    mutationFn: ({ run, version }: Press) => run({ id, version }).catch(() => UNKNOWN),
    onMutate: () => showSending(queries, id),
    onSuccess: async (result, _press, takeBack) => {
      if (!result.ok) takeBack()
      await queries.invalidateQueries({ queryKey: invoiceKeys.all })
      if (!result.ok) router.refresh()
    },
  })

  function send(run: Press['run'], version: number) {
    if (!isPending) mutate({ run, version })
  }

  const refusal: Refusal | null = data?.ok === false ? data : null
  return { send, isPending, refusal }
}

export type SendState = ReturnType<typeof useSend>

/** Says so in everything this tab has read of the invoice. @returns how to take it back */
async function showSending(queries: QueryClient, id: string) {
  // An answer that is still on its way would say that nothing has begun.
  await queries.cancelQueries({ queryKey: invoiceKeys.all })
  const before = queries.getQueriesData({ queryKey: invoiceKeys.all })
  queries.setQueryData<InvoiceDetail>(
    invoiceKeys.detail(id),
    (invoice) => invoice && { ...invoice, send: BEGUN },
  )
  queries.setQueriesData<InvoiceList>({ queryKey: invoiceKeys.lists }, (list) => {
    if (!list) return list
    const rows = list.rows.map((row) => (row.id === id ? { ...row, send: BEGUN } : row))
    return { ...list, rows }
  })
  return () => {
    for (const [key, data] of before) queries.setQueryData(key, data)
  }
}
