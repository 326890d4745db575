import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { clients } from '@/db/schema/clients'
import { stripeEvents } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { onEachDatabase } from '@/db/testing/testing'
import { forWorkspace } from '@/db/workspace'
import { invoiceFilterOf } from '@/lib/invoices/filter'
import { payLink } from '@/lib/invoices/read/links'
import { readInvoices } from '@/lib/invoices/read/queries'
import {
  type Atelier,
  addDraft,
  expectSameAsStripe,
  must,
  openAtelier,
  sendPatiently,
  shown,
} from '@/lib/invoices/testing/testing'
import { stripe } from '@/lib/stripe/connect'
import { acceptEvents } from './inbox'
import { handleDueEvents } from './sync'
import { drainInbox, eventsAtStripe, sweepAll } from './testing'

const CARDS = { good: '4242424242424242', declined: '4000000000009995' }

onEachDatabase(() => {
  let atelier: Atelier
  beforeAll(async () => {
    atelier = await openAtelier()
  })

  async function sent() {
    const draft = await addDraft(atelier)
    must(await sendPatiently(atelier.member, { ...draft, kind: 'send' }))
    return draft.id
  }

  async function pay(id: string, number: string) {
    const token = (await payLink(atelier.member, id))?.split('/').at(-1) ?? ''
    return atelier.emulator.admin.payByCard(token, { number, expMonth: 12, expYear: 2040, cvc: '123' })
  }

  async function deliver(account = atelier.account) {
    await acceptEvents(await eventsAtStripe(account))
    await drainInbox()
  }

  const states = (account: string) =>
    asSystem((tx) =>
      tx
        .select({ state: stripeEvents.state, count: sql`count(*)::int`.mapWith(Number) })
        .from(stripeEvents)
        .where(eq(stripeEvents.account, account))
        .groupBy(stripeEvents.state),
    )

  test('a payment turns the invoice paid, with its card and its story', async () => {
    const id = await sent()
    expect(await pay(id, CARDS.declined)).toMatchObject({ ok: false })
    await deliver()
    expect(await shown(atelier, id)).toMatchObject({
      status: 'open',
      paymentState: 'failed',
      paymentError: 'Your card has insufficient funds.',
    })

    expect(await pay(id, CARDS.good)).toMatchObject({ ok: true })
    await deliver()
    const invoice = await shown(atelier, id)
    expect(invoice).toMatchObject({ status: 'paid', paymentState: 'none', amountRemainingMinor: 0 })
    expect(invoice.payments).toMatchObject([
      { status: 'paid', method: 'Visa ···· 4242', amountMinor: 14_400 },
    ])
    expect(invoice.timeline.map(({ title, detail }) => [title, detail])).toEqual([
      ['Draft created', null],
      ['Send pressed', null],
      ['Finalized', null],
      ['E-mailed to the client', null],
      ['Payment failed', 'Your card has insufficient funds.'],
      ['Paid', null],
    ])
    await expectSameAsStripe(atelier)
  })

  test('an event that comes again has no second effect', async () => {
    const id = await sent()
    await deliver()
    const before = await shown(atelier, id)
    await deliver()
    const calls = await atelier.callsDuring(() => drainInbox())
    expect(calls).toEqual([])
    expect(await shown(atelier, id)).toEqual(before)
  })

  test('an invoice made in Stripe appears, with its client and all its lines, and goes when deleted there', async () => {
    const on = { stripeAccount: atelier.account }
    const customer = await stripe().customers.create({ name: 'Walk-in', email: 'walk@in.example' }, on)
    const { id } = await stripe().invoices.create(
      { customer: customer.id, collection_method: 'send_invoice', days_until_due: 3, currency: 'usd' },
      on,
    )
    const lines = Array.from({ length: 12 }, (_, i) => ({ description: `Part ${i}`, amount: 250 }))
    await stripe().invoices.addLines(id, { lines }, on)
    await deliver()
    const { rows } = await forWorkspace(atelier.member.workspaceId, (tx) =>
      readInvoices(tx, atelier.member.workspace, invoiceFilterOf({ q: 'walk-in' })),
    )
    expect(rows).toMatchObject([
      { status: 'draft', clientName: 'Walk-in', currency: 'usd', totalMinor: 3_000 },
    ])
    const ours = rows[0]?.id ?? ''
    const invoice = await shown(atelier, ours)
    expect(invoice.lines).toHaveLength(12)
    expect(invoice.lines[0]).toMatchObject({ unitPrice: '2.5', amountMinor: 250 })

    await stripe().invoices.del(id, undefined, on)
    await deliver()
    expect(
      (
        await forWorkspace(atelier.member.workspaceId, (tx) =>
          readInvoices(tx, atelier.member.workspace, invoiceFilterOf({ q: 'walk-in' })),
        )
      ).rows,
    ).toEqual([])
  })

  test('an event of another account that names our invoice changes nothing', async () => {
    const id = await sent()
    await deliver()
    const before = await shown(atelier, id)
    const stranger = await openAtelier()
    const [event] = await eventsAtStripe(atelier.account)
    if (!event) throw new Error('There is no event.')
    await acceptEvents([{ ...event, id: 'evt_forged', account: stranger.account }])
    await drainInbox()
    expect(await shown(atelier, id)).toEqual(before)
    expect(
      (
        await forWorkspace(stranger.member.workspaceId, (tx) =>
          readInvoices(tx, stranger.member.workspace, invoiceFilterOf({})),
        )
      ).rows,
    ).toEqual([])
  })

  test('a poisoned event and one of nobody wait, and the others go on', async () => {
    const id = await sent()
    const [event] = await eventsAtStripe(atelier.account)
    if (!event) throw new Error('There is no event.')
    await acceptEvents([{ ...event, id: 'evt_nobody', account: 'acct_nobody' }])
    expect(await pay(id, CARDS.good)).toMatchObject({ ok: true })
    await acceptEvents(await eventsAtStripe(atelier.account))
    while ((await shown(atelier, id)).status !== 'paid') await handleDueEvents()
    expect(await states('acct_nobody')).toEqual([{ state: 'pending', count: 1 }])
    await asSystem((tx) =>
      tx
        .update(stripeEvents)
        .set({ tries: 7, nextTryAt: sql`now()` })
        .where(eq(stripeEvents.account, 'acct_nobody')),
    )
    await drainInbox()
    expect(await states('acct_nobody')).toEqual([{ state: 'dead', count: 1 }])
  })

  test('without any webhook the sweep finds everything', async () => {
    const id = await sent()
    await pay(id, CARDS.good)
    await sweepAll()
    await drainInbox()
    expect(await shown(atelier, id)).toMatchObject({ status: 'paid' })
    await expectSameAsStripe(atelier)
  })

  test('a customer deleted in Stripe is forgotten here', async () => {
    const id = await sent()
    const { clientId } = await shown(atelier, id)
    const stripeIdOf = () =>
      forWorkspace(atelier.workspace.id, (tx) =>
        tx
          .select({ stripeId: clients.stripeId })
          .from(clients)
          .where(eq(clients.id, clientId ?? '')),
      )
    const customer = (await stripeIdOf())[0]?.stripeId ?? ''
    await stripe().customers.del(customer, undefined, { stripeAccount: atelier.account })
    await deliver()
    expect(await stripeIdOf()).toEqual([{ stripeId: null }])
  })
})
