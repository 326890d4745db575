import { eq, sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { operations } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { onEachDatabase } from '@/db/testing/testing'
import { acceptEvents } from '@/lib/events/inbox'
import { eventsAtStripe } from '@/lib/events/testing'
import { endStreams, type LiveEvent, subscribe } from '@/lib/http/live'
import { beginSend } from '@/lib/invoices/send/begin'
import { addDraft, must, openAtelier, sendPatiently, shown } from '@/lib/invoices/testing/testing'
import { markPaid } from '@/lib/invoices/write/mutations'
import { stripeFor } from '@/lib/stripe/stripe-for'
import { startWorker } from './worker'

onEachDatabase(() => {
  const stops: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop()
  })

  /** What a screen hears, and how to wait for it. */
  async function screenOf(workspaceId: string) {
    const heard: LiveEvent[] = []
    const waiting: { wants: (event: LiveEvent) => boolean; resolve: () => void }[] = []
    const onChange = (event: LiveEvent) => {
      heard.push(event)
      for (const { wants, resolve } of waiting) if (wants(event)) resolve()
    }
    let ended = false
    stops.push(await subscribe(workspaceId, { onChange, onEnd: () => (ended = true) }))
    const hears = (id: string) =>
      new Promise<void>((resolve) => {
        const wants = (event: LiveEvent) => event.invoiceIds?.includes(id) ?? false
        heard.some(wants) ? resolve() : waiting.push({ wants, resolve })
      })
    return { heard, hears, hasEnded: () => ended }
  }

  test('a webhook reaches the screens of its workspace, and no other', async () => {
    const [atelier, stranger] = [await openAtelier(), await openAtelier()]
    const draft = await addDraft(atelier)
    must(await sendPatiently(atelier.member, { ...draft, kind: 'send' }))
    const stripeId = atelier.emulator.admin.invoices(atelier.account)[0]?.id ?? ''
    await stripeFor(atelier.workspace).voidInvoice(stripeId, `void-${stripeId}`)
    stops.push(await startWorker())
    const [ours, theirs] = [await screenOf(atelier.workspace.id), await screenOf(stranger.workspace.id)]

    await acceptEvents(await eventsAtStripe(atelier.account))
    await ours.hears(draft.id)
    expect(await shown(atelier, draft.id)).toMatchObject({ status: 'void' })
    expect(theirs.heard).toEqual([])
  })

  test('a mutation is heard at once, without a worker', async () => {
    const atelier = await openAtelier()
    const draft = await addDraft(atelier)
    must(await sendPatiently(atelier.member, { ...draft, kind: 'finalize' }))
    const screen = await screenOf(atelier.workspace.id)
    must(await markPaid(atelier.member, draft))
    await screen.hears(draft.id)
  })

  test('carries on what another process left, once its lease is over', async () => {
    const atelier = await openAtelier()
    const draft = await addDraft(atelier)
    const { op } = must(await beginSend(atelier.member, { ...draft, kind: 'send' }))
    await expireLease(op.id)
    stops.push(await startWorker())
    await expect.poll(async () => (await shown(atelier, draft.id)).status, { timeout: 20_000 }).toBe('open')
  })

  test('ends its streams when it is told to', async () => {
    const atelier = await openAtelier()
    const screen = await screenOf(atelier.workspace.id)
    endStreams()
    expect(screen.hasEnded()).toBe(true)
  })
})

async function expireLease(id: string) {
  await asSystem((tx) => tx.update(operations).set({ leaseUntil: sql`now()` }).where(eq(operations.id, id)))
}
