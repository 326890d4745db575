import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OpenReview } from '@/components/invoices/review/open-review'
import { requireMember } from '@/lib/accounts/auth'
import { readDraft, readInvoice } from '@/lib/invoices/read/queries'

export const metadata: Metadata = { title: 'Review' }

export default async function ReviewPage({ params }: PageProps<'/invoices/[id]/review'>) {
  const member = await requireMember()
  const { id } = await params
  const invoice = await readInvoice(member, id)
  if (!invoice) notFound()
  return <OpenReview member={member} invoice={invoice} stored={await readDraft(member, id)} />
}
