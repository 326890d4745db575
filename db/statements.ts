import 'server-only'
import type { Logger } from 'drizzle-orm'

/** Who hears of the statements of this process; only tests and measurements do. */
const listeners = new Set<(text: string) => void>()

/** Every statement goes by here; those that begin, end or give a role to a transaction do not. */
export const statementLog: Logger = {
  logQuery(text) {
    for (const hear of listeners) hear(text)
  },
}

/** The statements that run until `work` is done, whoever runs them. @internal Tests count by it. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const heard: string[] = []
  const hear = (text: string) => void heard.push(text)
  listeners.add(hear)
  try {
    await work()
  } finally {
    listeners.delete(hear)
  }
  return heard
}
