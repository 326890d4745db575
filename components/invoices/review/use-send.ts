'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { sendInvoice } from '@/lib/invoices/actions'
import { invoiceKeys } from '@/lib/invoices/query-options'
import { type Refusal, refuse } from '@/lib/result'

const UNKNOWN = refuse(
  'unknown',
  'The connection broke. If the sending had begun, it goes on by itself and shows here; nothing is sent twice.',
)

export type SendState = ReturnType<typeof useSend>

/** Sends once: while it runs, and when it is over, what shows is the invoice itself. */
export function useSend(id: string) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isPending, startTransition] = useTransition()
  const queries = useQueryClient()
  const router = useRouter()

  function send(run: typeof sendInvoice, version: number) {
    if (isPending) return
    startTransition(async () => {
      const result = await run({ id, version }).catch(() => UNKNOWN)
      setRefusal(result.ok ? null : result)
      await queries.invalidateQueries({ queryKey: invoiceKeys.detail(id) })
      if (!result.ok) router.refresh()
    })
  }

  return { send, isPending, refusal }
}
