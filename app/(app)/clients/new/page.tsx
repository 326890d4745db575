import type { Metadata } from 'next'
import { ClientForm } from '@/components/clients/client-form'
import { BackLink } from '@/components/ui/back-link'
import { requireMember } from '@/lib/accounts/session/auth'
import { clientChoices } from '@/lib/clients/choices'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'New client' }

export default async function NewClientPage() {
  await requireMember()
  return (
    <div className="mx-auto grid w-full max-w-xl gap-6">
      <BackLink href={paths.clients}>Clients</BackLink>
      <h1 className="text-title font-strong">New client</h1>
      <ClientForm choices={clientChoices()} />
    </div>
  )
}
