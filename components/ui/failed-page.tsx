'use client'

import { Button } from './button'
import { PageMessage } from './page-message'

type Props = { error: unknown; retry: () => void }

export function FailedPage({ error, retry }: Props) {
  const requestId = digestOf(error)
  return (
    <PageMessage title="Something went wrong on our side" action={<Button onClick={retry}>Try again</Button>}>
      <p>Nothing was lost that was saved before. If it happens again, quote the number below.</p>
      {requestId && <p className="mt-2 text-small">Request {requestId}</p>}
    </PageMessage>
  )
}

function digestOf(error: unknown) {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : null
}
