import 'server-only'
import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Pool } from 'pg'
import { statementLog } from '@/db/statements'
import type { Scope, Tx } from '@/db/store'
import { SETTINGS } from '@/db/store'

const dialect = new PgDialect({ casing: 'snake_case' })

/**
 * Runs `work` in a transaction. Its beginning, its settings and the first statements of `work` travel together: only
 * answers are waited for.
 */
export async function transactOn<T>(pool: Pool, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const session = new TransactionSession(client, dialect, undefined, { logger: statementLog })
  const begun = Promise.all([client.query('begin'), client.query(SETTINGS, scope)])
  const end = async (how: 'commit' | 'rollback') => {
    session.isOver = true
    await client.query(how)
  }
  try {
    const result = await after(begun, work(new NodePgTransaction(dialect, session, undefined)))
    await end('commit')
    client.release()
    return result
  } catch (error) {
    // A connection that cannot even undo is given up.
    await end('rollback').then(
      () => client.release(),
      () => client.release(true),
    )
    throw error
  }
}

/** Of two that both failed, the reason is what failed first. */
async function after<T>(begun: Promise<unknown>, worked: Promise<T>): Promise<T> {
  const [beginning, result] = await Promise.allSettled([begun, worked])
  if (beginning.status === 'rejected') throw beginning.reason
  if (result.status === 'rejected') throw result.reason
  return result.value
}

type Schema = Record<string, never>

/** Refuses what a body left running once its transaction is over: the connection is somebody else's by then. */
class TransactionSession extends NodePgSession<Schema, Schema> {
  isOver = false

  override prepareQuery: NodePgSession<Schema, Schema>['prepareQuery'] = (query, fields, name, ...rest) => {
    if (this.isOver) throw new Error('This transaction is over.')
    return super.prepareQuery(query, fields, name && nameOf(name, query.sql), ...rest)
  }
}

const names = new Map<string, string>()

/** A statement that its query calls by a name is parsed and planned once a connection, in each of its shapes. */
function nameOf(name: string, text: string) {
  const known = names.get(text) ?? `${name} ${names.size}`
  names.set(text, known)
  return known
}
