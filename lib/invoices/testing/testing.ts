import { and, eq, isNull } from 'drizzle-orm'
import type { Emulator } from 'stripe-emulator'
import { expect } from 'vitest'
import { invoices } from '@/db/schema/invoices'
import { uuidv7 } from '@/db/schema/uuid'
import { forWorkspace } from '@/db/workspace'
import type { BillingWorkspace, Member, Workspace } from '@/lib/accounts/member'
import { createMember } from '@/lib/accounts/testing'
import { createClient } from '@/lib/clients/mutations'
import { type Draft, type DraftLine, emptyDraft, emptyLine } from '@/lib/documents/draft/draft'
import type { TestBrowser } from '@/lib/http/testing-request'
import { readInvoice } from '@/lib/invoices/read/queries'
import type { SendRequest } from '@/lib/invoices/send/begin'
import { sendInvoice } from '@/lib/invoices/send/send'
import { saveDraft } from '@/lib/invoices/write/draft'
import type { Result } from '@/lib/result'
import { openStripeAccount } from '@/lib/stripe/accounts'
import { emulator } from '@/lib/stripe/connect'

/** What a call that must succeed brought back. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`)
  return result.value
}

export type Atelier = {
  member: Member
  /** Acts as the member. */
  browser: TestBrowser
  account: string
  emulator: Emulator
  workspace: BillingWorkspace
  clientId: string
  /** The API calls while `work` ran, as `POST /v1/invoices/:id/send`. */
  callsDuring(work: () => Promise<unknown>): Promise<string[]>
}

/** A business with a Stripe account in the emulator, one client, and what a test asks of both. */
export async function openAtelier(overrides: Partial<Workspace> = {}): Promise<Atelier> {
  const timeZone = overrides.timeZone ?? 'Europe/Berlin'
  const business = { name: 'Atelier Lee', country: 'DE', currency: 'eur', email: 'ann@example.com', timeZone }
  const stripeAccount = must(await openStripeAccount(business))
  const { member, browser } = await createMember({ workspace: { stripeAccount, ...overrides } })
  const inside = await runningEmulator()
  return {
    member,
    browser,
    account: stripeAccount,
    emulator: inside,
    workspace: member.workspace,
    clientId: await addClient(member),
    callsDuring: async (work) => {
      const before = inside.calls.length
      await work()
      return inside.calls
        .slice(before)
        .map(({ method, path }) => `${method} ${path.replace(/in_\w+/, ':id')}`)
    },
  }
}

export async function runningEmulator(): Promise<Emulator> {
  const inside = await emulator()
  if (!inside) throw new Error('These tests run on the emulator.')
  return inside
}

export async function addClient(member: Member, email = 'client@example.com') {
  const address = { line1: '', line2: '', city: '', postalCode: '', state: '', country: '' }
  const values = { name: 'Grace Client', email, phone: '', address, language: '', note: '' }
  return must(await createClient(member, values)).id
}

/** A draft of two lines: 100.00 with 19 % tax and 2 × 12.50 without. */
export function draftFor(clientId: string | null, changes: Partial<Draft> = {}): Draft {
  return emptyDraft({
    clientId,
    currency: 'eur',
    terms: { kind: 'days', days: 14 },
    lines: [
      { ...lineOf('100'), taxPercent: '19' },
      { ...lineOf('12.5'), quantity: '2' },
    ],
    ...changes,
  })
}

export function lineOf(unitPrice: string): DraftLine {
  return emptyLine(uuidv7(), { description: 'Design', unitPrice })
}

/** Keeps a new draft: its id and its version. */
export async function addDraft(atelier: Pick<Atelier, 'member' | 'clientId'>, changes: Partial<Draft> = {}) {
  const id = uuidv7()
  const draft = draftFor(atelier.clientId, changes)
  const saved = must(await saveDraft(atelier.member, { id, version: 0, draft }))
  return { id, version: saved.state === 'saved' ? saved.version : 0 }
}

const ANY_MACHINE_MS = 60_000

/** Sends and waits for the outcome, however slow the machine is. */
export function sendPatiently(member: Member, request: SendRequest) {
  return sendInvoice(member, request, ANY_MACHINE_MS)
}

export async function shown(atelier: Pick<Atelier, 'member'>, id: string) {
  const invoice = await forWorkspace(atelier.member.workspaceId, (tx) => readInvoice(tx, id))
  if (!invoice) throw new Error('There is no such invoice.')
  return invoice
}

/** Every invoice of ours is one at Stripe and the other way round, with the same status and amounts. */
export async function expectSameAsStripe({ member, account, emulator: { admin } }: Atelier) {
  const rows = await forWorkspace(member.workspaceId, (tx) =>
    tx
      .select({
        id: invoices.stripeId,
        status: invoices.status,
        number: invoices.number,
        total: invoices.totalMinor,
        paid: invoices.amountPaidMinor,
      })
      .from(invoices)
      .where(and(isNull(invoices.deletedAt), eq(invoices.workspaceId, member.workspaceId))),
  )
  const theirs = admin
    .invoices(account)
    .map(({ id, status, number, total, amount_paid: paid }) => ({ id, status, number, total, paid }))
  const byId = (a: { id: string | null }, b: { id: string | null }) =>
    String(a.id).localeCompare(String(b.id))
  expect(rows.filter(({ id }) => id !== null).sort(byId)).toEqual(theirs.sort(byId))
}
