'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { draftSchema } from '@/lib/documents/schema'
import { action } from '@/lib/http/actions/action'
import { paths } from '@/lib/paths'
import type { Result } from '@/lib/result'
import * as sending from './send/send'
import * as copies from './write/copy'
import * as deletions from './write/delete'
import * as drafts from './write/draft'
import * as mutations from './write/mutations'

const which = z.strictObject({ id: z.uuid() })
const whichVersion = z.strictObject({ id: z.uuid(), version: z.int().min(0) })

/** Keeps a draft. Version 0 is one that was never kept; its id is made by whoever starts it. */
export const saveDraft = action(
  z.strictObject({ id: z.uuidv7(), version: z.int().min(0), draft: draftSchema }),
  { permission: 'invoices.saveDraft' },
  drafts.saveDraft,
)

export const duplicateInvoice = action(which, { permission: 'invoices.duplicate' }, async (member, input) =>
  shown(await copies.duplicateInvoice(member, input)),
)

export const deleteDraft = action(
  whichVersion,
  { permission: 'invoices.deleteDraft' },
  async (member, input) => shown(await deletions.deleteDraft(member, input)),
)

/** Makes the Stripe invoice and has Stripe e-mail it. Answers when that is settled, or after two seconds. */
export const sendInvoice = action(
  whichVersion,
  { permission: 'invoices.send', limit: { count: 120, perSeconds: 60 } },
  async (member, input) => shown(await sending.sendInvoice(member, { ...input, kind: 'send' })),
)

/** Makes the Stripe invoice and leaves it to the member to hand over the link. */
export const finalizeInvoice = action(
  whichVersion,
  { permission: 'invoices.finalize', limit: { count: 120, perSeconds: 60 } },
  async (member, input) => shown(await sending.sendInvoice(member, { ...input, kind: 'finalize' })),
)

/** E-mails an open invoice again, or for the first time when that failed. */
export const sendAgain = action(
  which,
  { permission: 'invoices.sendAgain', limit: { count: 30, perSeconds: 60 } },
  async (member, input) => shown(await sending.sendAgain(member, input)),
)

export const voidInvoice = action(which, { permission: 'invoices.void' }, async (member, input) =>
  shown(await mutations.voidInvoice(member, input)),
)

/** Records a payment that did not go through Stripe: cash, a bank transfer. */
export const markPaid = action(which, { permission: 'invoices.markPaid' }, async (member, input) =>
  shown(await mutations.markPaid(member, input)),
)

export const markUncollectible = action(
  which,
  { permission: 'invoices.markUncollectible' },
  async (member, input) => shown(await mutations.markUncollectible(member, input)),
)

/** Reads the invoice from Stripe now. */
export const refreshInvoice = action(
  which,
  { permission: 'invoices.refresh', limit: { count: 60, perSeconds: 60 } },
  async (member, input) => shown(await mutations.refreshInvoice(member, input)),
)

function shown<T>(result: Result<T>) {
  revalidatePath(paths.invoices, 'layout')
  return result
}
