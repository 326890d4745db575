import 'server-only'
import { drawTicket } from '@/db/ticket'
import { workspaceOf } from '@/lib/workspaces/queries'
import type { Definition } from './definition'
import { advance } from './run'
import { claimOperations } from './store'

/** Carries on an operation that was interrupted or had to rest; false when there is none. */
export async function resumeOperations(definitions: readonly Definition[]): Promise<boolean> {
  const claimed = await claimOperations()
  for (const op of claimed) {
    const definition = definitions.find(({ kind }) => kind === op.kind)
    if (!definition) throw new Error(`Nothing defines operations of kind ${op.kind}.`)
    const workspace = await workspaceOf(op.workspaceId)
    if (workspace) await advance(definition, workspace, { ...op, ticket: await drawTicket() })
  }
  return claimed.length > 0
}
