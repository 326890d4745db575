import type { Metadata } from 'next'
import { InvoiceList } from '@/components/invoices/list/invoice-list'
import { Hydrated } from '@/components/live/hydrated'
import { can } from '@/lib/access'
import { readAsMember } from '@/lib/accounts/session/auth'
import { invoiceFilterOf } from '@/lib/invoices/filter'
import { invoiceKeys } from '@/lib/invoices/query-options'
import { readInvoices } from '@/lib/invoices/read/queries'

export const metadata: Metadata = { title: 'Invoices' }

/** The list is read in a few milliseconds, sooner than a browser would show anything in its place. */
export default async function InvoicesPage({ searchParams }: PageProps<'/invoices'>) {
  const filter = invoiceFilterOf(await searchParams)
  const [member, list] = await readAsMember((tx, { workspace }) => readInvoices(tx, workspace, filter))
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-title font-strong">Invoices</h1>
      <Hydrated queryKey={invoiceKeys.list(filter)} data={list}>
        <InvoiceList canWrite={can(member, 'invoices.saveDraft')} />
      </Hydrated>
    </div>
  )
}
