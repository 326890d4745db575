'use client'

import { buttonStyle } from '@/components/ui/button-style'
import { PageMessage } from './page-message'

type Props = { error: unknown; retry: () => void }

export function FailedPage({ error, retry }: Props) {
  const requestId = digestOf(error)
  return (
    <PageMessage title="Something went wrong on our side" action={<Retry onClick={retry} />}>
      <p>Nothing was lost that was saved before. If it happens again, quote the number below.</p>
      {requestId && <p className="mt-2 text-small">Request {requestId}</p>}
    </PageMessage>
  )
}

// A bare button: this page comes with every other, in case.
function Retry({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" onClick={onClick} className={buttonStyle()}>
      Try again
    </button>
  )
}

function digestOf(error: unknown) {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
}
