import type { Metadata } from 'next'
import { Suspense } from 'react'
import { InvoiceList } from '@/components/invoices/list/invoice-list'
import { ListSkeleton } from '@/components/invoices/list/list-skeleton'
import { Hydrated } from '@/components/live/hydrated'
import { requireMember } from '@/lib/auth'
import { invoiceFilterOf } from '@/lib/invoices/filter'
import { readInvoices } from '@/lib/invoices/queries'
import { invoiceKeys } from '@/lib/invoices/query-options'

export const metadata: Metadata = { title: 'Invoices' }

type Props = PageProps<'/invoices'>

export default function InvoicesPage({ searchParams }: Props) {
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-title font-strong">Invoices</h1>
      <Suspense fallback={<ListSkeleton />}>
        <Invoices searchParams={searchParams} />
      </Suspense>
    </div>
  )
}

async function Invoices({ searchParams }: Pick<Props, 'searchParams'>) {
  const member = await requireMember()
  const filter = invoiceFilterOf(await searchParams)
  return (
    <Hydrated queryKey={invoiceKeys.list(filter)} data={await readInvoices(member, filter)}>
      <InvoiceList canWrite={member.role !== 'accountant'} />
    </Hydrated>
  )
}
