import 'server-only'
import { activity } from '@/db/schema/activity'
import type { SystemTx } from '@/db/system'
import type { WorkspaceTx } from '@/db/workspace'
import { clock } from './clock'

type Deed = Omit<typeof activity.$inferInsert, 'id' | 'createdAt'>

/** Notes who did what, in the transaction that does it and by the clock of the events that it stands among. */
export function recordActivity(tx: WorkspaceTx | SystemTx, deed: Deed) {
  return tx.insert(activity).values({ ...deed, createdAt: clock.now() })
}
