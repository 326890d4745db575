import { SubmitButton } from '@/components/ui/forms/submit-button'
import { Moment } from '@/components/ui/text/moment'
import { endSession } from '@/lib/accounts/actions'
import type { SessionSummary } from '@/lib/accounts/queries'
import { deviceName } from '@/lib/accounts/session/device'

type Props = { sessions: readonly SessionSummary[]; currentId: string }

/** The devices a person is signed in on, each with a button that ends it. */
export function DeviceList({ sessions, currentId }: Props) {
  return (
    <ul className="divide-y border-y">
      {sessions.map((session) => (
        <li key={session.id} className="flex min-h-14 items-center justify-between gap-4 py-2">
          <div className="min-w-0">
            <p className="truncate">{deviceName(session.userAgent)}</p>
            <p className="text-small text-quiet">
              Signed in <Moment at={session.createdAt.toISOString()} />, last seen{' '}
              <Moment at={session.lastSeenAt.toISOString()} />
            </p>
          </div>
          {session.id === currentId ? (
            <p className="shrink-0 text-quiet">This device</p>
          ) : (
            <EndSession session={session} />
          )}
        </li>
      ))}
    </ul>
  )
}

function EndSession({ session }: { session: SessionSummary }) {
  return (
    <form action={endSession}>
      <input type="hidden" name="sessionId" value={session.id} />
      <SubmitButton variant="quiet" aria-label={`Sign out ${deviceName(session.userAgent)}`}>
        Sign out
      </SubmitButton>
    </form>
  )
}
