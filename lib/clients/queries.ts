import 'server-only'
import { and, asc, eq, ilike, isNull, or } from 'drizzle-orm'
import { clients } from '@/db/schema/clients'
import type { WorkspaceTx } from '@/db/workspace'
import { containing } from '@/lib/text/search'
import { isUuid } from '@/lib/text/uuid'
import type { ClientDetail, ClientList } from './view'

const CLIENTS_SHOWN = 100

/** The first clients by name whose name or e-mail holds `q`. */
export async function readClients(tx: WorkspaceTx, q: string): Promise<ClientList> {
  return { rows: await clientsMatching(tx, q) }
}

/** Null for an id that is unknown or of another workspace. */
export async function readClient(tx: WorkspaceTx, id: string): Promise<ClientDetail | null> {
  return isUuid(id) ? clientDetail(tx, id) : null
}

async function clientsMatching(tx: WorkspaceTx, q: string) {
  const rows = await tx
    .select({ id: clients.id, name: clients.name, email: clients.email, createdAt: clients.createdAt })
    .from(clients)
    .where(and(isNull(clients.archivedAt), matches(q)))
    .orderBy(asc(clients.name), asc(clients.id))
    .limit(CLIENTS_SHOWN)
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}

function matches(q: string) {
  const text = q.trim()
  return text === ''
    ? undefined
    : or(ilike(clients.name, containing(text)), ilike(clients.email, containing(text)))
}

async function clientDetail(tx: WorkspaceTx, id: string): Promise<ClientDetail | null> {
  const [row] = await tx.select().from(clients).where(eq(clients.id, id))
  if (!row) return null
  const { name, email, phone, address, language, note } = row
  return {
    id,
    values: { name, email, phone, address: address ?? NO_ADDRESS, language: language ?? '', note },
    isAtStripe: row.stripeId !== null,
    createdAt: row.createdAt.toISOString(),
  }
}

const NO_ADDRESS = { line1: '', line2: '', city: '', postalCode: '', state: '', country: '' }
