import { createBusiness } from '@/bench/support/business'
import { createBenchClient, createDraft } from '@/bench/support/drafts'
import { inside, newPlace } from '@/bench/support/place'
import { newEvent, startStripe } from '@/bench/support/stripe'
import { figureRow, type Row } from '@/bench/support/table'
import { VARIABLES } from '@/bench/support/variables'
import { statementsDuring } from '@/db/statements'
import { acceptEvents } from '@/lib/events/inbox'
import { handleDueEvents } from '@/lib/events/sync'
import { sendInvoice } from '@/lib/invoices/send/send'

/** Statements without begin, role and commit. Those of a page and of its data are counted by `app/statements.test.ts`. */
export async function statements(): Promise<Row[]> {
  const stripe = await startStripe()
  const place = await newPlace()
  Object.assign(process.env, VARIABLES, { STRIPE_API_BASE: stripe.origin })
  try {
    return await inside(place, async () => {
      const { member } = await createBusiness('own')
      const clientId = await createBenchClient(member, 'client@example.com')
      const send = async () => {
        const draft = await createDraft(member, clientId, 3)
        return statementsDuring(() => sendInvoice(member, { ...draft, kind: 'send' }))
      }
      // The first invoice of a client makes the customer and the tax rate as well.
      await send()
      const sent = await send()
      const event = await statementsDuring(async () => {
        await acceptEvents([newEvent()])
        await handleDueEvents()
      })
      return [
        figureRow('P14 statements to send', sent.length, null, 'statements', { atMost: 14 }),
        figureRow('P14 statements to keep and work off an event', event.length, null, 'statements', {
          atMost: 10,
        }),
      ]
    })
  } finally {
    await place.remove()
    await stripe.close()
  }
}
