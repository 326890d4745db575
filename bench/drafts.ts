import { uuidv7 } from '@/db/schema/uuid'
import type { Member } from '@/lib/accounts/member'
import { createClient } from '@/lib/clients/mutations'
import { saveDraft } from '@/lib/invoices/write/draft'

const NOWHERE = { line1: '', line2: '', city: '', postalCode: '', state: '', country: '' }

export async function createBenchClient(member: Member, email: string): Promise<string> {
  const values = { name: 'Client', email, phone: '', address: NOWHERE, language: '', note: '' }
  const client = await createClient(member, values)
  if (!client.ok) throw new Error(client.message)
  return client.value.id
}

/** A kept draft of `lineCount` lines, with the version it has. */
export async function createDraft(member: Member, clientId: string, lineCount: number) {
  const id = uuidv7()
  const line = { quantity: '1', unitPrice: '10', taxPercent: '19', discount: null }
  const lines = Array.from({ length: lineCount }, (_, n) => ({
    id: uuidv7(),
    description: `Line ${n}`,
    ...line,
  }))
  const about = { currency: 'eur', taxBehavior: 'exclusive', memo: '', footer: '', discount: null } as const
  const draft = { clientId, terms: { kind: 'days', days: 14 } as const, lines, ...about }
  const saved = await saveDraft(member, { id, version: 0, draft })
  if (!saved.ok || saved.value.state !== 'saved') throw new Error('The draft was not kept.')
  return { id, version: saved.value.version }
}
