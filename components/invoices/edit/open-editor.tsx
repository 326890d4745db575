import type { Member } from '@/lib/accounts/member'
import { readClient } from '@/lib/clients/queries'
import { clock } from '@/lib/clock'
import type { StoredDraft } from '@/lib/documents/saving'
import { InvoiceEditor } from './invoice-editor'

/** The editor with what it needs to know besides the draft. */
export async function OpenEditor({ member, stored }: { member: Member; stored: StoredDraft }) {
  const { clientId } = stored.draft
  const client = clientId === null ? null : await readClient(member, clientId)
  return (
    <InvoiceEditor
      stored={stored}
      client={client && { id: client.id, name: client.values.name, email: client.values.email }}
      today={clock.today(member.workspace.timeZone)}
      businessName={member.workspace.name}
    />
  )
}
