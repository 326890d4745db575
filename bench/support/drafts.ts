import { uuidv7 } from '@/db/schema/uuid'
import type { Member } from '@/lib/accounts/member'
import { createClient } from '@/lib/clients/mutations'
import { emptyDraft, emptyLine } from '@/lib/documents/draft/draft'
import { saveDraft } from '@/lib/invoices/write/draft'

const NOWHERE = { line1: '', line2: '', city: '', postalCode: '', state: '', country: '' }

export async function createBenchClient(member: Member, email: string, name = 'Client'): Promise<string> {
  const values = { name, email, phone: '', address: NOWHERE, language: '', note: '' }
  const client = await createClient(member, values)
  if (!client.ok) throw new Error(client.message)
  return client.value.id
}

/** A kept draft of `lineCount` lines, with the version it has. */
export async function createDraft(member: Member, clientId: string, lineCount: number) {
  const id = uuidv7()
  const lines = Array.from({ length: lineCount }, (_, n) =>
    emptyLine(uuidv7(), { description: `Line ${n}`, unitPrice: '10', taxPercent: '19' }),
  )
  const draft = emptyDraft({ clientId, currency: 'eur', terms: { kind: 'days', days: 14 }, lines })
  const saved = await saveDraft(member, { id, version: 0, draft })
  if (!saved.ok || saved.value.state !== 'saved') throw new Error('The draft was not kept.')
  return { id, version: saved.value.version }
}
