'use client'

import { useState } from 'react'
import { VisuallyHidden } from '@/components/ui/text/visually-hidden'
import type { InvoiceSummary } from '@/lib/invoices/view'
import { statusChanges } from './changes'

type Props = { rows: InvoiceSummary[]; today: string }

/** Reads out what the eye sees flash. */
export function Announcement({ rows, today }: Props) {
  const [seen, setSeen] = useState(rows)
  const [message, setMessage] = useState('')

  if (rows !== seen) {
    setSeen(rows)
    setMessage(statusChanges(seen, rows, today))
  }

  return (
    <div role="status">
      <VisuallyHidden>{message}</VisuallyHidden>
    </div>
  )
}
