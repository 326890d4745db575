import { Button } from '@/components/ui/button'
import { RequestFailed } from '@/lib/http/get-json'
import { ErrorState } from './error-state'

type Props = { what: string; error: Error; retry: () => void; isRetrying: boolean }

/** Says that fresh data could not be had, above what was read before. */
export function Refetch({ what, error, retry, isRetrying }: Props) {
  return (
    <ErrorState
      title={`The ${what} could not be read`}
      requestId={error instanceof RequestFailed ? (error.requestId ?? undefined) : undefined}
      action={
        <Button pending={isRetrying} onClick={retry}>
          Try again
        </Button>
      }
    >
      What you see may be out of date.
    </ErrorState>
  )
}
