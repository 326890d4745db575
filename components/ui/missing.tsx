import { paths } from '@/lib/paths'
import { ButtonLink } from './button-link'
import { PageMessage } from './page-message'

/** The same words for what never was, what is gone and what is another's. */
export function Missing() {
  return (
    <PageMessage
      title="There is nothing at this address"
      action={<ButtonLink href={paths.invoices}>Go to invoices</ButtonLink>}
    >
      It may have been deleted, or the link may be incomplete.
    </PageMessage>
  )
}
