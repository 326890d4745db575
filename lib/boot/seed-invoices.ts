import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Member } from '@/lib/accounts/member'
import { createClient } from '@/lib/clients/mutations'
import { type Draft, type DraftLine, emptyDraft, emptyLine } from '@/lib/documents/draft/draft'
import { payLink } from '@/lib/invoices/read/links'
import { newInvoiceId } from '@/lib/invoices/read/new'
import { sendInvoice } from '@/lib/invoices/send/send'
import { saveDraft } from '@/lib/invoices/write/draft'
import { markPaid, markUncollectible, voidInvoice } from '@/lib/invoices/write/mutations'
import { emulator } from '@/lib/stripe/connect'

type Ending = 'draft' | 'open' | 'paid' | 'declined' | 'paid_elsewhere' | 'void' | 'uncollectible'

type Story = {
  client: keyof typeof CLIENTS
  days: number
  memo?: string
  lines: [description: string, quantity: string, unitPrice: string, discountPercent?: string][]
  ending: Ending
}

const CLIENTS = {
  harbour: ['Harbour & Sons', 'accounts@harbour-sons.example'],
  nordlys: ['Nordlys Film', 'faktura@nordlys-film.example'],
  okafor: ['Okafor Architects', 'office@okafor.example'],
  petit: ['Le Petit Atelier', 'compta@petit-atelier.example'],
} as const

/** Oldest first. What a studio for pictures and type would bill. */
const STORIES: Story[] = [
  { client: 'harbour', days: 30, ending: 'paid', lines: [['Brand guidelines, 24 pages', '1', '3200']] },
  { client: 'petit', days: 14, ending: 'uncollectible', lines: [['Menu typesetting', '6.5', '85']] },
  { client: 'nordlys', days: 14, ending: 'void', lines: [['Title sequence, first version', '1', '1800']] },
  { client: 'nordlys', days: 14, ending: 'paid', lines: [['Title sequence', '1', '2100']] },
  {
    client: 'okafor',
    days: 14,
    ending: 'paid_elsewhere',
    memo: 'Thank you for a lovely project.',
    lines: [['Competition boards, A1', '4', '240', '10']],
  },
  { client: 'harbour', days: 0, ending: 'declined', lines: [['Packaging artwork', '12', '95.5']] },
  {
    client: 'okafor',
    days: 30,
    ending: 'open',
    lines: [
      ['Website: design', '18.25', '95'],
      ['Website: typefaces, one year', '1', '320'],
    ],
  },
  { client: 'nordlys', days: 7, ending: 'open', lines: [['Poster, three sizes', '3', '410']] },
  {
    client: 'petit',
    days: 14,
    ending: 'draft',
    lines: [
      ['Autumn window: drawing', '6.5', '90'],
      ['Autumn window: lettering by hand', '1', '640'],
      ['Gold leaf, per letter', '14', '12.5'],
    ],
  },
]

/** Clients and invoices for the demo, each made the way a member would make it. */
export async function seedInvoices(member: Member) {
  const clients = new Map<string, string>()
  for (const [key, [name, email]] of Object.entries(CLIENTS))
    clients.set(key, await addClient(member, name, email))
  for (const story of STORIES) await tell(member, story, clients.get(story.client) ?? null)
}

async function addClient(member: Member, name: string, email: string) {
  const address = { line1: '', line2: '', city: '', postalCode: '', state: '', country: '' }
  const client = await createClient(member, { name, email, phone: '', address, language: '', note: '' })
  if (!client.ok) throw new Error(client.message)
  return client.value.id
}

async function tell(member: Member, story: Story, clientId: string | null) {
  const id = newInvoiceId()
  await saveDraft(member, { id, version: 0, draft: draftOf(story, clientId) })
  if (story.ending !== 'draft') await sendInvoice(member, { id, version: 1, kind: 'send' })
  await ENDINGS[story.ending](member, id)
}

const ENDINGS: Record<Ending, (member: Member, id: string) => Promise<unknown>> = {
  draft: async () => {},
  open: async () => {},
  paid: (member, id) => pay(member, id, '4242424242424242'),
  declined: (member, id) => pay(member, id, '4000000000009995'),
  paid_elsewhere: (member, id) => markPaid(member, { id }),
  void: (member, id) => voidInvoice(member, { id }),
  uncollectible: (member, id) => markUncollectible(member, { id }),
}

async function pay(member: Member, id: string, number: string) {
  const token = (await payLink(member, id))?.split('/').at(-1)?.split('?')[0]
  const inside = await emulator()
  if (token)
    await inside?.admin.payByCard(token, {
      number,
      expMonth: 12,
      expYear: 2034,
      cvc: '123',
      name: 'A. Client',
    })
}

function draftOf({ days, memo = '', lines }: Story, clientId: string | null): Draft {
  return emptyDraft({
    clientId,
    currency: 'eur',
    terms: { kind: 'days', days },
    memo,
    lines: lines.map(lineOf),
  })
}

function lineOf([description, quantity, unitPrice, percent]: Story['lines'][number]): DraftLine {
  const discount = percent ? ({ kind: 'percent', value: percent } as const) : null
  return emptyLine(randomUUID(), { description, quantity, unitPrice, taxPercent: '25', discount })
}
