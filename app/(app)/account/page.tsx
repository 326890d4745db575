import type { Metadata } from 'next'
import { DeviceList } from '@/components/accounts/device-list'
import { SubmitButton } from '@/components/ui/forms/submit-button'
import { signOut, signOutEverywhere } from '@/lib/accounts/actions'
import { requireMember, sessionsOf } from '@/lib/accounts/session/auth'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const member = await requireMember()
  return (
    <div className="mx-auto grid max-w-2xl gap-8">
      <header className="grid gap-1">
        <h1 className="text-title font-strong">Account</h1>
        <p className="text-quiet">
          {member.name}, {member.email}
        </p>
      </header>
      <section aria-labelledby="devices" className="grid gap-3">
        <h2 id="devices" className="text-lead font-strong">
          Where you are signed in
        </h2>
        <DeviceList sessions={await sessionsOf(member)} currentId={member.sessionId} />
      </section>
      <div className="flex flex-wrap gap-3">
        <form action={signOut}>
          <SubmitButton variant="secondary">Sign out here</SubmitButton>
        </form>
        <form action={signOutEverywhere}>
          <SubmitButton variant="danger">Sign out everywhere</SubmitButton>
        </form>
      </div>
    </div>
  )
}
