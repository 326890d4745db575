import { createBusiness } from '@/bench/support/business'
import { type Ask, throughputs } from '@/bench/support/load'
import { inside, newPlace } from '@/bench/support/place'
import { withServers } from '@/bench/support/servers'
import { signed, startStripe } from '@/bench/support/stripe'
import { type Row, ratioRow } from '@/bench/support/table'
import { uuidv7 } from '@/db/schema/uuid'

/**
 * Webhooks accepted a second: ours verifies, keeps, wakes the workers and works the event off; the bare route verifies
 * and inserts. The event is one that nothing follows from, so that no call to Stripe is in the figure.
 */
export async function webhook(): Promise<Row[]> {
  const stripe = await startStripe()
  const place = await newPlace()
  const rows: Row[] = []
  try {
    await inside(place, () => createBusiness('own'))
    await withServers(place, stripe.origin, async ({ ours, floor }) => {
      const [bare = 0, kept = 0] = await throughputs([
        postTo(`${floor.origin}/webhook`),
        postTo(`${ours.origin}/api/webhooks/stripe`),
      ])
      rows.push(ratioRow(`P5 webhook accepted (${place.name})`, kept, bare, 'a second', { atLeast: 0.9 }))
    })
    return rows
  } finally {
    await place.remove()
    await stripe.close()
  }
}

function postTo(url: string): Ask {
  return () => ({ url, ...signed(newEvent()) })
}

function newEvent() {
  const object = {
    id: 'cus_1',
    object: 'customer',
    email: 'client@example.com',
    description: 'x'.repeat(1500),
  }
  return {
    id: `evt_${uuidv7().replaceAll('-', '')}`,
    object: 'event',
    api_version: '2026-10-28.endive',
    created: Math.floor(Date.now() / 1000),
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: 'customer.updated',
  }
}
