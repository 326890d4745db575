import { createBusiness } from '@/bench/support/business'
import { type Ask, throughputs } from '@/bench/support/load'
import { newEvent, signed } from '@/bench/support/stripe'
import { type Row, ratioRow } from '@/bench/support/table'
import { inWorld } from '@/bench/support/world'

/**
 * Webhooks accepted a second: ours verifies, keeps, wakes the workers and works the event off; the bare route verifies
 * and inserts. The event is one that nothing follows from, so that no call to Stripe is in the figure.
 */
export function webhook(): Promise<Row[]> {
  return inWorld(
    () => createBusiness('own'),
    async ({ ours, floor, place }) => {
      const [bare = 0, kept = 0] = await throughputs([
        postTo(`${floor.origin}/webhook`),
        postTo(`${ours.origin}/api/webhooks/stripe`),
      ])
      return [ratioRow(`P5 webhook accepted (${place.name})`, kept, bare, 'a second', { atLeast: 0.7 })]
    },
  )
}

function postTo(url: string): Ask {
  return () => ({ url, ...signed(newEvent()) })
}
