import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button-link'
import { PageMessage } from '@/components/ui/page-message'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <PageMessage
      title="There is nothing at this address"
      action={<ButtonLink href={paths.invoices}>Go to invoices</ButtonLink>}
    >
      It may have been deleted, or the link may be incomplete.
    </PageMessage>
  )
}
