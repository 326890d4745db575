import { beforeAll, expect, test } from 'vitest'
import { statementsDuring } from '@/db/statements'
import { onEachDatabase } from '@/db/testing/testing'
import { acceptEvents } from '@/lib/events/inbox'
import { handleDueEvents } from '@/lib/events/sync'
import { eventsAtStripe } from '@/lib/events/testing'
import { type Atelier, addDraft, must, openAtelier, sendPatiently } from '@/lib/invoices/testing/testing'
import { stripe } from '@/lib/stripe/connect'
import type { StripeEvent } from '@/lib/stripe/events'
import InvoicesPage from './(app)/invoices/page'
import { GET } from './api/invoices/route'

/** How many statements each may run, its transactions' beginnings, roles and ends not counted. */
const MOST = { page: 4, data: 4, event: 4, paid: 9, send: 14 }

onEachDatabase(() => {
  let atelier: Atelier
  beforeAll(async () => {
    atelier = await openAtelier()
    await send()
  })

  const send = async () => {
    const draft = await addDraft(atelier)
    return countOf(async () => must(await sendPatiently(atelier.member, { ...draft, kind: 'send' })))
  }

  const workOff = (events: StripeEvent[]) =>
    countOf(async () => {
      expect(await acceptEvents(events)).toBe(events.length)
      await handleDueEvents()
    })

  test('the list page asks who it is for and reads in four statements', async () => {
    const props = { params: Promise.resolve({}), searchParams: Promise.resolve({}) }
    expect(await countOf(() => atelier.browser.run(() => InvoicesPage(props)))).toBe(MOST.page)
  })

  test('the data route of the list runs four statements', async () => {
    const list = async () => GET(new Request('http://localhost:3000/api/invoices'))
    expect(await countOf(() => atelier.browser.run(list))).toBe(MOST.data)
  })

  test('a send runs no more statements than it needs', async () => {
    expect(await send()).toBeLessThanOrEqual(MOST.send)
  })

  test('an event is kept and worked off in few statements', async () => {
    await acceptEvents(await eventsAtStripe(atelier.account))
    while (await handleDueEvents());
    const id = atelier.emulator.admin.invoices(atelier.account)[0]?.id ?? ''
    await stripe().invoices.pay(id, { paid_out_of_band: true }, { stripeAccount: atelier.account })
    const events = await eventsAtStripe(atelier.account)
    const paid = events.filter(({ type }) => type === 'invoice.paid')
    expect(await workOff(paid)).toBeLessThanOrEqual(MOST.paid)
    const about = { object: 'customer', id: 'cus_1' }
    const plain = paid.map((event) => ({
      ...event,
      id: 'evt_plain',
      type: 'customer.updated',
      data: { object: about },
    }))
    expect(await workOff(plain)).toBe(MOST.event)
  })
})

/** What the emulator keeps is no business of the app. */
async function countOf(work: () => Promise<unknown>) {
  return (await statementsDuring(work)).filter((text) => !text.includes('emulator.')).length
}
