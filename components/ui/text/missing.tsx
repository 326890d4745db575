import { buttonStyle } from '@/components/ui/button-style'
import { PageMessage } from '@/components/ui/states/page-message'
import { paths } from '@/lib/paths'

/** The same words for what never was, what is gone and what is another's. */
export function Missing() {
  return (
    <PageMessage
      title="There is nothing at this address"
      action={
        // A bare link: this page comes with every other, in case.
        <a href={paths.invoices} className={buttonStyle()}>
          Go to invoices
        </a>
      }
    >
      It may have been deleted, or the link may be incomplete.
    </PageMessage>
  )
}
