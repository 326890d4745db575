import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OpenReview } from '@/components/invoices/review/open-review'
import { readAsMember } from '@/lib/accounts/session/auth'
import { readDraft, readInvoice } from '@/lib/invoices/read/queries'

export const metadata: Metadata = { title: 'Review' }

export default async function ReviewPage({ params }: PageProps<'/invoices/[id]/review'>) {
  const { id } = await params
  const [member, [invoice, stored]] = await readAsMember((tx) =>
    Promise.all([readInvoice(tx, id), readDraft(tx, id)]),
  )
  if (!invoice) notFound()
  return <OpenReview member={member} invoice={invoice} stored={stored} />
}
