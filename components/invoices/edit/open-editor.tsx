import type { Member } from '@/lib/accounts/member'
import type { ClientDetail } from '@/lib/clients/view'
import { clock } from '@/lib/clock'
import type { StoredDraft } from '@/lib/documents/draft/saving'
import { InvoiceEditor } from './invoice-editor'

type Props = { member: Member; stored: StoredDraft; client: ClientDetail | null }

/** The editor with what it needs to know besides the draft. */
export function OpenEditor({ member, stored, client }: Props) {
  return (
    <InvoiceEditor
      stored={stored}
      client={client && { id: client.id, name: client.values.name, email: client.values.email }}
      today={clock.today(member.workspace.timeZone)}
      businessName={member.workspace.name}
    />
  )
}
