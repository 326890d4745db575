import { uuidv7 } from '@/db/schema/uuid'
import type { Member } from '@/lib/accounts/member'
import { createMember } from '@/lib/accounts/testing'
import { createClient } from '@/lib/clients/mutations'
import { type Draft, emptyDraft, emptyLine } from '@/lib/documents/draft/draft'
import { saveDraft } from '@/lib/invoices/write/draft'

/** A business that bills through the account of the secret key; `cookie` signs its owner in. */
export type Studio = { member: Member; cookie: string; drafts: { id: string; version: number }[] }

/** Each draft is for a client and at a tax rate that Stripe does not know yet, so that sending it takes every step. */
export async function createStudio(draftCount: number): Promise<Studio> {
  const { member, browser } = await createMember({ workspace: { stripeAccount: 'own' } })
  const drafts = []
  for (let i = 1; i <= draftCount; i++) drafts.push(await createDraft(member, i))
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return { member, cookie, drafts }
}

async function createDraft(member: Member, n: number) {
  const client = await createClient(member, {
    name: `Client ${n}`,
    email: `client-${n}@example.com`,
    phone: '',
    address: { line1: '', line2: '', city: '', postalCode: '', state: '', country: '' },
    language: '',
    note: '',
  })
  if (!client.ok) throw new Error(client.message)
  const id = uuidv7()
  const saved = await saveDraft(member, { id, version: 0, draft: draftFor(client.value.id, `${n}`) })
  if (!saved.ok || saved.value.state !== 'saved') throw new Error('The draft was not kept.')
  return { id, version: saved.value.version }
}

function draftFor(clientId: string, taxPercent: string): Draft {
  return emptyDraft({
    clientId,
    currency: 'eur',
    terms: { kind: 'days', days: 14 },
    discount: { kind: 'percent', value: taxPercent },
    lines: ['Design', 'Print', 'Delivery'].map((description) =>
      emptyLine(uuidv7(), { description, quantity: '1.5', unitPrice: '80', taxPercent }),
    ),
  })
}
