'use client'

import { useSearchParams } from 'next/navigation'
import { invoiceFilterOf } from '@/lib/invoices/filter'

/** What the address asks for. */
export function useFilter() {
  return invoiceFilterOf(new URLSearchParams(useSearchParams()))
}
