import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { uuidv7 } from '@/db/schema/uuid'
import { forWorkspace } from '@/db/workspace'
import type { Draft } from '@/lib/documents/draft/draft'
import * as actions from '@/lib/invoices/actions'
import { readDraft } from '@/lib/invoices/read/queries'
import { type Atelier, draftFor, lineOf, must, shown } from './testing'

/** A draft of one line with one of its cells as typed. */
export function withLine(cells: Partial<Draft['lines'][number]>): Partial<Draft> {
  return { lines: [{ ...lineOf('100'), ...cells }] }
}

/** Keeps a new draft through the action, as the builder does. */
export async function saveNew({ browser, clientId }: Atelier, changes: Partial<Draft> = {}) {
  const id = uuidv7()
  const draft = { ...draftFor(clientId), lines: [lineOf('100')], ...changes }
  const saved = await browser.run(() => actions.saveDraft({ id, version: 0, draft }))
  return { request: { id, version: 1 }, draft, saved }
}

export function pressSend({ browser }: Atelier, request: { id: string; version: number }) {
  return browser.run(() => actions.sendInvoice(request))
}

/** Keeps a draft and sends it; both must succeed, in more than the action's two seconds if need be. */
export async function sendNew(atelier: Atelier, changes: Partial<Draft> = {}) {
  const { request, saved } = await saveNew(atelier, changes)
  must(saved)
  must(await pressSend(atelier, request))
  while ((await shown(atelier, request.id)).send?.state === 'open') await wait(50)
  expect(await shown(atelier, request.id)).toMatchObject({ status: 'open', send: null })
  return request.id
}

/** The draft is kept as it is and refused when it is sent: before any call to Stripe, and without losing a letter. */
export async function expectUnsendable(atelier: Atelier, changes: Partial<Draft>, refusal: object) {
  const { request, draft, saved } = await saveNew(atelier, changes)
  must(saved)
  const calls = await atelier.callsDuring(async () =>
    expect(await pressSend(atelier, request)).toMatchObject({ ok: false, ...refusal }),
  )
  expect(calls).toEqual([])
  expect(await forWorkspace(atelier.member.workspaceId, (tx) => readDraft(tx, request.id))).toMatchObject({
    ...request,
    draft,
  })
}

/** The change is refused beside its field, and what was kept before stays untouched. */
export async function expectUnsavable(atelier: Atelier, changes: object, refusal: object) {
  const { request, draft } = await saveNew(atelier)
  const changed = { ...draft, ...changes }
  const saved = await atelier.browser.run(() => actions.saveDraft({ ...request, draft: changed }))
  expect(saved).toMatchObject({ ok: false, ...refusal })
  expect(await forWorkspace(atelier.member.workspaceId, (tx) => readDraft(tx, request.id))).toMatchObject({
    ...request,
    draft,
  })
}
